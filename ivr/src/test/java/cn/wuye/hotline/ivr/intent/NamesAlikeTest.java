package cn.wuye.hotline.ivr.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesAlikeTest {
  @Test
  void namesOfTwoEstatesThatSoundTheSameAreFound() {
    EstateNames east = new EstateNames("1", List.of("东苑", "老东苑"), List.of());
    EstateNames winter = new EstateNames("2", List.of("冬园"), List.of());
    EstateNames sun = new EstateNames("3", List.of("阳光花园", "陽光花園"), List.of());
    EstateNames gold = new EstateNames("4", List.of("金杏苑", "阳光花园"), List.of());
    EstateNames luck = new EstateNames("5", List.of("京幸园"), List.of());

    assertThat(NamesAlike.of(List.of(east, winter, sun, gold, luck)))
        .containsExactly(
            new NamesAlike.Pair(winter, "冬园", east, "东苑"),
            new NamesAlike.Pair(gold, "阳光花园", sun, "阳光花园"),
            new NamesAlike.Pair(luck, "京幸园", gold, "金杏苑"));
  }

  @Test
  void oneEstateMayBeCalledByNamesThatSoundTheSame() {
    assertThat(NamesAlike.of(List.of(new EstateNames("1", List.of("珺悦府", "俊悦府"), List.of()))))
        .isEmpty();
  }
}
