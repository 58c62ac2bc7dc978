package cn.wuye.hotline.backend.resident;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.DutyEntry;
import cn.wuye.hotline.backend.estate.DutyLists;
import cn.wuye.hotline.backend.estate.DutyRole;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Residents, their numbers, and who is on duty, on every database. */
abstract class ResidentsCases {
  @Autowired Residents residents;
  @Autowired ResidentSearch search;
  @Autowired Estates estates;
  @Autowired DutyLists duty;

  @Test
  void severalPeopleShareANumberAndOneHasSeveral() {
    Estate estate = SampleEstates.another(estates);
    PhoneNumber shared = number();
    PhoneNumber own = number();
    Resident.Dwelling home = new Resident.Dwelling(estate.requireId(), "3号楼", "2单元", "502");
    Resident mother =
        residents.save(Resident.named("王秀英", "yue", List.of(shared, own), List.of(home)));
    Resident son = residents.save(Resident.named("李强", "cmn", List.of(shared), List.of(home)));

    assertThat(residents.reachedAt(shared, EstateScope.ALL)).containsExactly(mother, son);
    assertThat(residents.reachedAt(own, EstateScope.ALL)).containsExactly(mother);
    assertThat(residents.reachedAt(shared, EstateScope.of(Set.of()).withUnplaced())).isEmpty();
    assertThat(residents.numbers())
        .filteredOn(owner -> owner.number().equals(shared))
        .extracting(NumberOwner::estateName, NumberOwner::room)
        .hasSize(2)
        .containsOnly(org.assertj.core.groups.Tuple.tuple(estate.name(), "502"));
  }

  @Test
  void whoSeesNumbersMaskedFindsThemByFourDigitsOrTheWhole() {
    Resident.Dwelling home =
        new Resident.Dwelling(SampleEstates.another(estates).requireId(), "3号楼", "", "502");
    PhoneNumber number = number();
    Long id = residents.save(Resident.named("王秀英", "cmn", List.of(number), List.of(home))).id();

    assertThat(found(number.digits().substring(7), false)).contains(id);
    assertThat(found(number.digits(), false)).contains(id);
    assertThat(found(number.digits().substring(6), false)).doesNotContain(id);
    assertThat(found(number.digits().substring(6), true)).contains(id);
  }

  private List<Long> found(String digits, boolean seesNumbers) {
    return search.find(
        new ResidentSearch.Query(digits, null, "", ""), EstateScope.ALL, seesNumbers, 1000);
  }

  @Test
  void dutyListsKeepTheirOrder() {
    EstateId estate = SampleEstates.another(estates).requireId();
    DutyEntry first = new DutyEntry(estate, DutyRole.ON_DUTY, "王师傅", number());
    DutyEntry second = new DutyEntry(estate, DutyRole.ON_DUTY, "李师傅", number());
    DutyEntry general = new DutyEntry(null, DutyRole.ON_DUTY, "总部值班", number());

    duty.replace(estate, DutyRole.ON_DUTY, List.of(second, first));
    duty.replace(estate, DutyRole.ON_DUTY, List.of(first, second));
    duty.replace(null, DutyRole.ON_DUTY, List.of(general));

    assertThat(duty.all()).contains(general);
    assertThat(duty.all())
        .filteredOn(entry -> estate.equals(entry.estate()))
        .containsExactly(first, second);
  }

  private static PhoneNumber number() {
    return new PhoneNumber("139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
  }
}
