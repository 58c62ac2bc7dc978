package cn.wuye.hotline.backend.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.dispatch.Choice.Chosen;
import cn.wuye.hotline.backend.dispatch.Choice.Undecided;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatcherTest {
  private static final ResponsibilityMatrix MATRIX = ShippedMatrix.read();
  private static final Dispatcher DISPATCHER = new Dispatcher(MATRIX, LoadLimits.SHIPPED);
  private static final EstateId ESTATE = new EstateId(7);
  private static final EstateId ELSEWHERE = new EstateId(8);

  @ParameterizedTest
  @CsvSource({
    "facilities, lift, engineering, customer-service",
    "facilities, water-power, engineering, customer-service",
    "staff, attitude, customer-service, management",
    "environment, cleaning, environment, customer-service",
    "security, fire-hazard, security, engineering",
    "fees, parking, finance, customer-service",
    "neighbour, noise, customer-service, security",
    "neighbour, leak, engineering, 'customer-service, security'",
    "other, owners-committee, customer-service, ''",
  })
  void theShippedMatrixSaysWhoLeadsAndWhoHelps(
      String category, String subcategory, String lead, String helpers) {
    Responsibility row = MATRIX.find(job(category, subcategory, Urgency.GENERAL)).orElseThrow();

    assertThat(row.lead()).isEqualTo(lead);
    assertThat(String.join(", ", row.helpers())).isEqualTo(helpers);
  }

  @Test
  void theLowestLoadOnShiftGetsIt() {
    Choice choice =
        DISPATCHER.choose(
            lift(Urgency.GENERAL),
            List.of(
                worker("chen", "engineering", true, 9, null),
                worker("wu", "engineering", true, 4, null),
                worker("off", "engineering", false, 0, null),
                worker("other", "security", true, 0, null)));

    assertThat(chosen(choice).login()).isEqualTo("wu");
    assertThat(choice.reason().sentence(Locale.CHINA)).isEqualTo("电梯故障 → 工程部；当班人员 wu 负荷 4/25，最低");
    assertThat(choice.reason().sentence(Locale.ENGLISH))
        .isEqualTo("电梯故障 → 工程部; wu, on shift, has the lowest load, 4/25");
  }

  @Test
  void whoLeadsTheDepartmentIsAskedWhenNobodyElseCan() {
    Worker lead = new Worker("an", "engineering", Set.of(), true, true, 0, at(ESTATE, "3号楼"));
    Worker wu = worker("wu", "engineering", true, 24, at(ELSEWHERE, "1号楼"));
    Worker full = worker("full", "engineering", true, 30, null);

    for (Urgency urgency : Urgency.values()) {
      assertThat(chosen(DISPATCHER.choose(lift(urgency), List.of(lead, wu)))).isEqualTo(wu);
    }
    assertThat(chosen(DISPATCHER.choose(lift(Urgency.GENERAL), List.of(lead, full))))
        .isEqualTo(lead);
    assertThat(chosen(DISPATCHER.choose(lift(Urgency.EMERGENCY), List.of(lead)))).isEqualTo(lead);
  }

  @Test
  void onlyWhoHasTheSkillGetsIt() {
    Worker electrician =
        new Worker("dian", "engineering", Set.of("water-power"), true, false, 1, null);
    Worker liftMan = new Worker("ti", "engineering", Set.of("lift"), true, false, 20, null);

    assertThat(chosen(DISPATCHER.choose(lift(Urgency.GENERAL), List.of(electrician, liftMan))))
        .isEqualTo(liftMan);
    assertThat(DISPATCHER.choose(lift(Urgency.GENERAL), List.of(electrician)).reason().code())
        .isEqualTo(Reason.Code.NOBODY_WITH_SKILL);
  }

  @Test
  void from25OnOthersComeFirstAndFrom30OnNoMoreIsGiven() {
    Worker full = worker("full", "engineering", true, 29, null);
    Worker over = worker("over", "engineering", true, 30, null);

    Choice last = DISPATCHER.choose(lift(Urgency.URGENT), List.of(over, full));
    Choice none = DISPATCHER.choose(lift(Urgency.URGENT), List.of(over));

    assertThat(chosen(last)).isEqualTo(full);
    assertThat(last.reason().sentence(Locale.CHINA)).contains("29/30");
    assertThat(none).isInstanceOf(Undecided.class);
    assertThat(none.reason().sentence(Locale.CHINA))
        .isEqualTo("电梯故障 → 工程部；当班人员负荷均已达到 30，有人空出来时再派，也可人工派单");
  }

  @Test
  void anEmergencyGoesToTheNearestWhateverHisLoad() {
    Choice choice =
        DISPATCHER.choose(
            lift(Urgency.EMERGENCY),
            List.of(
                worker("far", "engineering", true, 0, at(ELSEWHERE, "3号楼")),
                worker("same-estate", "engineering", true, 0, at(ESTATE, "5号楼")),
                worker("near", "engineering", true, 31, at(ESTATE, "3号楼")),
                worker("unknown", "engineering", true, 0, null)));

    assertThat(chosen(choice).login()).isEqualTo("near");
    assertThat(choice.reason().sentence(Locale.CHINA))
        .isEqualTo("电梯故障 → 工程部；最近：在3号楼；当班人员 near 负荷 31/30");
    assertThat(choice.reason().sentence(Locale.ENGLISH))
        .isEqualTo("电梯故障 → 工程部; nearest: at 3号楼; near, on shift, has a load of 31/30");
  }

  @Test
  void whoIsInTheEstateIsNearerThanWhoIsNot() {
    Choice choice =
        DISPATCHER.choose(
            lift(Urgency.EMERGENCY),
            List.of(
                worker("far", "engineering", true, 0, at(ELSEWHERE, "3号楼")),
                worker("gate", "engineering", true, 5, at(ESTATE, ""))));

    assertThat(choice.reason().sentence(Locale.CHINA))
        .isEqualTo("电梯故障 → 工程部；最近：在阳光花园；当班人员 gate 负荷 5/25");
  }

  @Test
  void ofThoseWhoAreEquallyNearTheOneWithTheLowestLoadGoes() {
    Choice choice =
        DISPATCHER.choose(
            lift(Urgency.EMERGENCY),
            List.of(
                worker("busy", "engineering", true, 4, at(ESTATE, "3号楼")),
                worker("free", "engineering", true, 2, at(ESTATE, "3号楼"))));

    assertThat(chosen(choice).login()).isEqualTo("free");
    assertThat(choice.reason().code()).isEqualTo(Reason.Code.LOWEST_LOAD);
  }

  @Test
  void withoutABuildingNobodyIsInTheSame() {
    Job somewhere = new Job("facilities", "lift", "电梯", Urgency.EMERGENCY, ESTATE, "");

    Choice choice =
        DISPATCHER.choose(
            somewhere,
            List.of(
                worker("gate", "engineering", true, 1, at(ESTATE, "")),
                worker("house", "engineering", true, 0, at(ESTATE, "3号楼"))));

    assertThat(chosen(choice).login()).isEqualTo("house");
    assertThat(choice.reason().code()).isEqualTo(Reason.Code.LOWEST_LOAD);
  }

  @Test
  void whatIsNoEmergencyGoesByLoadWhereverPeopleAre() {
    Choice choice =
        DISPATCHER.choose(
            lift(Urgency.URGENT),
            List.of(
                worker("near", "engineering", true, 1, at(ESTATE, "3号楼")),
                worker("far", "engineering", true, 0, at(ELSEWHERE, ""))));

    assertThat(chosen(choice).login()).isEqualTo("far");
  }

  @Test
  void anEmergencyWithoutAnyKnownPlaceGoesToTheLowestLoadEvenIfFull() {
    Choice choice =
        DISPATCHER.choose(
            lift(Urgency.EMERGENCY), List.of(worker("chen", "engineering", true, 40, null)));

    assertThat(chosen(choice).login()).isEqualTo("chen");
    assertThat(choice.reason().code()).isEqualTo(Reason.Code.LOWEST_LOAD);
  }

  @Test
  void theSameQuestionHasTheSameAnswerInWhateverOrder() {
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      workers.add(
          worker(
              "w" + i, "engineering", true, i % 3, i % 5 == 0 ? null : at(ESTATE, i % 4 + "号楼")));
    }
    Choice first = DISPATCHER.choose(lift(Urgency.GENERAL), workers);
    Choice nearest = DISPATCHER.choose(lift(Urgency.EMERGENCY), workers);

    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(workers, random);
      assertThat(DISPATCHER.choose(lift(Urgency.GENERAL), workers)).isEqualTo(first);
      assertThat(DISPATCHER.choose(lift(Urgency.EMERGENCY), workers)).isEqualTo(nearest);
    }
  }

  @Test
  void withoutARowOrAnybodyOnShiftAPersonDecides() {
    Job unknown = new Job("lost-property", "", "失物", Urgency.GENERAL, null, "");

    assertThat(DISPATCHER.choose(unknown, List.of()).reason().sentence(Locale.CHINA))
        .isEqualTo("失物：责任矩阵中没有主责部门，请人工派单");
    assertThat(DISPATCHER.choose(lift(Urgency.GENERAL), List.of()).reason().code())
        .isEqualTo(Reason.Code.NOBODY_ON_SHIFT);
  }

  @Test
  void anEstatesOwnRowBeatsTheSubcategoryOfAllEstates() {
    ResponsibilityMatrix matrix =
        new ResponsibilityMatrix(
            List.of(new Department("a", "甲", "A"), new Department("b", "乙", "B")),
            List.of(
                new Responsibility("facilities", "lift", null, "a", List.of(), ""),
                new Responsibility("facilities", "", ESTATE, "b", List.of("a"), "otis")));

    assertThat(matrix.find(lift(Urgency.GENERAL)).orElseThrow().thirdParty()).isEqualTo("otis");
    assertThat(
            matrix
                .find(new Job("facilities", "lift", "电梯", Urgency.GENERAL, null, ""))
                .orElseThrow()
                .lead())
        .isEqualTo("a");
  }

  @Test
  void impossibleMatricesAreRefused() {
    Responsibility row = new Responsibility("fees", "", null, "a", List.of(), "");
    List<Department> one = List.of(new Department("a", "甲", "A"));

    assertThatThrownBy(() -> new ResponsibilityMatrix(one, List.of(row, row)))
        .hasMessageContaining("keep one of them");
    assertThatThrownBy(() -> new ResponsibilityMatrix(List.of(), List.of(row)))
        .hasMessageContaining("no department 'a'");
    assertThatThrownBy(() -> new Responsibility("fees", "", null, "a", List.of("a"), ""))
        .hasMessageContaining("either leading or helping");
    assertThatThrownBy(() -> new Responsibility("fees", "", null, "", List.of(), ""))
        .hasMessageContaining("a department that leads");
    assertThatThrownBy(() -> worker("x", "a", true, -1, null))
        .hasMessageContaining("cannot be negative");
    assertThatThrownBy(() -> new LoadLimits(30, 25)).hasMessageContaining("rise");
  }

  @Test
  void everyReasonHasASentenceInBothLanguages() {
    for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
      ResourceBundle bundle = ResourceBundle.getBundle("i18n.dispatch", locale);
      for (Reason.Code code : Reason.Code.values()) {
        assertThat(bundle.getString("reason." + code.code())).contains("{0}");
      }
    }
  }

  private static Worker chosen(Choice choice) {
    assertThat(choice).isInstanceOf(Chosen.class);
    return ((Chosen) choice).worker();
  }

  private static Job lift(Urgency urgency) {
    return job("facilities", "lift", urgency);
  }

  private static Job job(String category, String subcategory, Urgency urgency) {
    return new Job(category, subcategory, "电梯故障", urgency, ESTATE, "3号楼");
  }

  private static Worker worker(
      String login, String department, boolean onShift, int load, @Nullable Whereabouts place) {
    return new Worker(login, department, Set.of(), onShift, false, load, place);
  }

  private static Whereabouts at(EstateId estate, String building) {
    return new Whereabouts(estate, estate.equals(ESTATE) ? "阳光花园" : "翠湖家园", building);
  }
}
