package cn.wuye.hotline.backend.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.ivr.dialog.TryOut;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.wording.Wording;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopedDirectoryTest {
  private static final EstateScope ELSEWHERE = EstateScope.of(Set.of(new EstateId(1)));
  private static final String ESTATE = String.valueOf(OneEstate.ID);

  private final TryOut.Outcome rings =
      new TryOut(new OneEstate(), Clock.systemUTC()).of(Wording.shipped("安居物业"), "0");

  @Test
  void phonesOfAnEstateThatIsNotHersAreNotNamed() {
    for (boolean emergency : new boolean[] {true, false}) {
      ScopedDirectory seen = new ScopedDirectory(new OneEstate(), ELSEWHERE);
      assertThat(emergency ? seen.onDuty(ESTATE) : seen.serviceDesk(ESTATE)).isNotEmpty();

      TryDesk.Tried tried = TryDesk.shown(rings, seen);

      assertThat(tried.ringsHidden()).isTrue();
      assertThat(tried.outcome().rings()).isEmpty();
      assertThat(tried.outcome().next()).isEqualTo(rings.next());
    }
  }

  @Test
  void herOwnAndTheCompanysAre() {
    ScopedDirectory company = new ScopedDirectory(new OneEstate(), ELSEWHERE);
    company.serviceDesk("");
    ScopedDirectory own =
        new ScopedDirectory(new OneEstate(), EstateScope.of(Set.of(new EstateId(OneEstate.ID))));
    own.onDuty(ESTATE);

    for (ScopedDirectory seen : new ScopedDirectory[] {company, own}) {
      TryDesk.Tried tried = TryDesk.shown(rings, seen);
      assertThat(tried.ringsHidden()).isFalse();
      assertThat(tried.outcome().rings()).extracting(PhoneLine::name).containsExactly("总台");
    }
  }
}
