package cn.wuye.hotline.backend.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.Readings;
import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.estate.DutyLists;
import cn.wuye.hotline.backend.estate.DutyRole;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.message.contact.ResidentContact;
import cn.wuye.hotline.backend.message.contact.ResidentContacts;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.ResidentSearch;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.survey.store.ResidentWish;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff do to estates and residents, and that nothing of it is done without being audited. */
@OnMariaDb
class DeskIT {
  private static final Audit BROKEN =
      (actor, action, subject, details) -> {
        throw new IllegalStateException("no audit");
      };

  @Autowired EstateDesk estateDesk;
  @Autowired ResidentDesk residentDesk;
  @Autowired Estates estates;
  @Autowired DutyLists duty;
  @Autowired Residents residents;
  @Autowired ResidentSearch search;
  @Autowired ResidentContacts contacts;
  @Autowired ResidentWishes wishes;
  @Autowired Readings readings;
  @Autowired Transactions transactions;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final SignedInUser admin = Staff.signedIn(Role.ADMIN);
  private final String tag = UUID.randomUUID().toString().substring(0, 8);

  @ParameterizedTest
  @CsvSource({"'',true", "60,true", "65,true", "120,true", "49,false", "121,false", "老人,false"})
  void anAgeRuleIsAnAgeOfOldPeopleOrOff(String age, boolean good) {
    Estate estate = SampleEstates.another(estates).withPersonFromAge(70);

    assertThat(estateDesk.save(form(estate, age), admin).containsKey("personFromAge"))
        .isNotEqualTo(good);

    Integer kept = estates.findById(estate.requireId()).orElseThrow().personFromAge();
    assertThat(kept).isEqualTo(good && !age.isEmpty() ? Integer.valueOf(age) : null);
  }

  @ParameterizedTest
  @CsvSource({"'',true", "1900,true", "1950,true", "1899,false", "2999,false", "50,false"})
  void aBirthYearIsOneOfPeopleWhoLiveOrUnknown(String year, boolean good) {
    ResidentDesk.Saved saved = residentDesk.save(resident(year), admin);

    assertThat(saved.wrong().containsKey("birthYear")).isNotEqualTo(good);
    if (good) {
      assertThat(
              ResidentForm.of(
                  residentDesk.require(saved.id(), admin),
                  ResidentContact.USUAL,
                  ResidentWish.NONE,
                  admin.scope()))
          .extracting(ResidentForm::birthYear)
          .isEqualTo(year);
    }
  }

  @Test
  void anEstateAndItsListsStayAsTheyWereWhenThatCannotBeAudited() {
    EstateDesk unaudited = new EstateDesk(estates, duty, BROKEN, transactions);
    Estate estate = SampleEstates.another(estates);

    assertThatThrownBy(() -> unaudited.save(form(estate, "65"), admin)).hasMessage("no audit");
    assertThatThrownBy(
            () ->
                unaudited.saveList(estate.requireId(), DutyRole.ON_DUTY, "王师傅 13900000001", admin))
        .hasMessage("no audit");

    assertThat(estates.findById(estate.requireId())).contains(estate);
    assertThat(estateDesk.list(estate.requireId(), DutyRole.ON_DUTY, true)).isEmpty();
  }

  @Test
  void aResidentIsNotSavedWhenThatCannotBeAudited() {
    ResidentDesk unaudited =
        new ResidentDesk(
            residents, search, contacts, wishes, readings, BROKEN, transactions, clock);

    assertThatThrownBy(() -> unaudited.save(resident("1950"), admin)).hasMessage("no audit");

    assertThat(found().residents()).isEmpty();
  }

  @Test
  void onlyThoseWhoAreShownCountAsRead() {
    Resident.Dwelling home =
        new Resident.Dwelling(SampleEstates.another(estates).requireId(), "1号楼", "", "");
    for (int n = 0; n < 4; n++) {
      residents.save(Resident.named("住户" + tag, "cmn", List.of(), List.of(home)));
    }

    ResidentDesk.Found found = found();

    assertThat(found.more()).isTrue();
    assertThat(found.residents()).hasSize(3);
    assertThat(
            jdbc.sql(
                    "SELECT COUNT(*) FROM audit_entry WHERE action = 'resident.read' AND subject IN"
                        + " (SELECT CONCAT('resident:', id) FROM resident WHERE name = ?)")
                .param("住户" + tag)
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  private ResidentDesk.Found found() {
    return residentDesk.find(new ResidentSearch.Query("住户" + tag, null, "", ""), 3, admin);
  }

  private static EstateForm form(Estate estate, String age) {
    EstateForm form = EstateForm.of(estate);
    return new EstateForm(
        form.id(),
        form.version(),
        form.name(),
        form.aliases(),
        form.position(),
        form.buildings(),
        age,
        form.dialect());
  }

  @ParameterizedTest
  @CsvSource({"'',true", "cmn,true", "cmn-SC,true", "martian,false"})
  void aDialectIsOneOfTheListOrNotKnown(String dialect, boolean good) {
    ResidentForm form = resident("", dialect);

    assertThat(residentDesk.save(form, admin).wrong().containsKey("dialect")).isNotEqualTo(good);
  }

  private ResidentForm resident(String birthYear) {
    return resident(birthYear, "cmn");
  }

  private ResidentForm resident(String birthYear, String dialect) {
    String estate = SampleEstates.another(estates).requireId().toString();
    return new ResidentForm(
        "",
        "0",
        "住户" + tag,
        dialect,
        birthYear,
        "",
        "",
        "zh",
        "",
        "",
        "",
        "",
        "",
        List.of(new ResidentForm.DwellingFields(estate, "1号楼", "", "")));
  }
}
