package cn.wuye.hotline.backend.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.outbound.PhonesInUse;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberHash;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.CallPlan;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is phoned when; time is travelled, plan and telephones are fakes, the database is real. */
@SuppressWarnings("NullAway.Init")
abstract class CampaignCases {
  private static final int LINES = 10;
  private static final int KEPT_FREE = 5;
  private static final int PER_SECOND = 2;

  @Autowired JdbcClient jdbc;
  @Autowired Transactions transactions;
  @Autowired NumberHash hash;
  @Autowired CampaignLines lines;
  @Autowired PhonesInUse numbers;
  @Autowired CampaignNodes nodes;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T02:00:00Z"));
  private final FakePlan plan = new FakePlan();
  private final FakeSurveyTelephone phone1 = new FakeSurveyTelephone();
  private final FakeSurveyTelephone phone2 = new FakeSurveyTelephone();
  private Campaign node1;
  private Campaign node2;

  @BeforeEach
  void nobodyIsPhoned() {
    for (String table : List.of("trunk_use", "trunk_second", "campaign_node", "phone_in_use")) {
      jdbc.sql("DELETE FROM " + table).update();
    }
    node1 = node("node-1", phone1);
    node2 = node("node-2", phone2);
  }

  private Campaign node(String name, FakeSurveyTelephone phone, FakePlan... more) {
    return new Campaign(
        plans(more),
        provider(SurveyTelephone.class, phone),
        lines,
        numbers,
        nodes,
        new CampaignProperties(
            true, "carrier", LINES, KEPT_FREE, PER_SECOND, 20, Duration.ofSeconds(30)),
        new HotlineProperties(name, Path.of("target")),
        transactions,
        clock);
  }

  /** That of tickets, and maybe others. */
  private ObjectProvider<CallPlan> plans(FakePlan... more) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    for (FakePlan each : more) {
      beans.addBean(each.kind().code(), each);
    }
    beans.addBean(plan.kind().code(), plan);
    return beans.getBeanProvider(CallPlan.class);
  }

  private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
    return new StaticListableBeanFactory(Map.of("bean", bean)).getBeanProvider(type);
  }

  private void plan(int surveys) {
    for (int i = 1; i <= surveys; i++) {
      plan.plan(i, "1390000" + (1000 + i), clock.instant());
    }
  }

  private void aSecondLater() {
    clock.pass(Duration.ofSeconds(1));
  }

  private List<Long> phoned() {
    List<Long> all = new ArrayList<>(phone1.phoned());
    all.addAll(phone2.phoned());
    return all;
  }

  @Test
  void soManyAreBegunInASecondAndSoManyLinesStayFree() {
    plan(20);

    node1.round();
    assertThat(phone1.phoned()).hasSize(PER_SECOND);
    node1.round();
    assertThat(phone1.phoned()).as("the same second").hasSize(PER_SECOND);
    assertThat(plan.looks()).as("nobody is looked for who could not be phoned").isEqualTo(1);
    for (int i = 0; i < 5; i++) {
      aSecondLater();
      node1.round();
    }
    assertThat(phone1.phoned()).hasSize(LINES - KEPT_FREE);

    phone1.end(1, CallOutcome.BUSY);
    aSecondLater();
    node1.round();
    assertThat(plan.outcomes()).containsExactly("1-1 busy");
    assertThat(phone1.phoned()).hasSize(LINES - KEPT_FREE + 1);
  }

  @Test
  void pollsTakeWhatTheSurveysOfTicketsLeave() {
    FakePlan polls = new FakePlan(CallKind.POLL);
    Campaign node = node("node-3", phone1, polls);
    for (int poll = 101; poll <= 103; poll++) {
      polls.plan(poll, "1390000" + (9000 + poll), clock.instant());
    }
    plan(1);

    node.round();
    assertThat(phone1.phoned()).as("two a second").containsExactly(1L, 101L);
    phone1.end(1, CallOutcome.BUSY);
    phone1.end(101, CallOutcome.ANSWERED);
    aSecondLater();
    node.round();

    assertThat(phone1.phoned()).containsExactly(1L, 101L, 102L, 103L);
    assertThat(plan.outcomes()).containsExactly("1-1 busy");
    assertThat(polls.outcomes()).containsExactly("101-1 answered");
  }

  @Test
  void aPollAndASurveyOfTheSameIdAreTwoCalls() {
    FakePlan polls = new FakePlan(CallKind.POLL);
    Campaign node = node("node-3", phone2, polls);
    plan(1);
    node1.round();
    polls.plan(1, "13900009101", clock.instant());
    node.round();
    phone1.end(1, CallOutcome.BUSY);
    node1.round();

    assertThat(phone2.phoned()).containsExactly(1L);
    assertThat(jdbc.sql("SELECT kind FROM trunk_use").query(String.class).list())
        .containsExactly("poll");
  }

  @Test
  void callsThatComeInTakeTheirLinesFromTheSurveysOfAllNodes() {
    plan(20);
    phone1.sees(new LinesNow(true, 2, 0));
    phone2.sees(new LinesNow(true, 2, 0));
    plan.pause("boss");
    node1.round();
    node2.round();
    plan.resume("boss");

    for (int i = 0; i < 5; i++) {
      node1.round();
      node2.round();
      aSecondLater();
    }

    assertThat(phoned()).as("10 lines, 5 kept free, 4 in use").hasSize(1);
  }

  @Test
  void nobodyIsPhonedWhileSomebodyWaitsOnWhateverNode() {
    plan(3);
    phone2.sees(new LinesNow(true, 1, 1));
    node2.round();
    node1.round();
    assertThat(phoned()).isEmpty();

    phone2.sees(new LinesNow(true, 1, 0));
    aSecondLater();
    node2.round();
    assertThat(phone2.phoned()).isNotEmpty();
  }

  @Test
  void whatADeadNodeSawLastIsForgotten() {
    plan(3);
    phone2.sees(new LinesNow(true, 5, 1));
    node2.round();
    clock.pass(CampaignNodes.FRESH.plusSeconds(1));

    node1.round();

    assertThat(phone1.phoned()).isNotEmpty();
  }

  @Test
  void aNodeWithoutItsAsteriskPhonesNobodyAndNobodyIsPhonedWhilePaused() {
    plan(3);
    phone1.sees(new LinesNow(false, 0, 0));
    node1.round();
    assertThat(phone1.phoned()).isEmpty();

    plan.pause("boss");
    node2.round();
    assertThat(phone2.phoned()).isEmpty();

    plan.resume("boss");
    node2.round();
    assertThat(phone2.phoned()).hasSize(PER_SECOND);
  }

  @Test
  void oneNumberIsCalledOnceAtATime() {
    plan.plan(1, "13900000001", clock.instant());
    plan.plan(2, "+8613900000001", clock.instant());
    node1.round();
    aSecondLater();
    node2.round();
    assertThat(phoned()).hasSize(1);

    phone1.end(phone1.phoned().get(0), CallOutcome.ANSWERED);
    node1.round();
    aSecondLater();
    node2.round();
    assertThat(phoned()).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void whoHearsAMessageIsNotPhoned() {
    plan.plan(1, "13900000001", clock.instant());
    jdbc.sql("INSERT INTO phone_in_use (number, message_id, claim, until_at) VALUES (?, 9, 1, ?)")
        .params(
            hash.of(new PhoneNumber("13900000001")),
            Utc.column(clock.instant().plus(Duration.ofMinutes(1))))
        .update();

    node1.round();
    assertThat(phoned()).isEmpty();
    assertThat(plan.open()).as("it stays due").isEqualTo(1);

    clock.pass(Duration.ofMinutes(2));
    node1.round();
    assertThat(phoned()).containsExactly(1L);
  }

  @Test
  void nodesThatChooseAtTheSameMomentKeepTheLimitsTogether() {
    plan(50);

    for (int second = 0; second < 4; second++) {
      int before = phoned().size();
      Together.run(
          2,
          n -> {
            (n == 0 ? node1 : node2).round();
            return n;
          });
      assertThat(phoned().size() - before).isLessThanOrEqualTo(PER_SECOND);
      aSecondLater();
    }

    assertThat(phoned()).hasSizeLessThanOrEqualTo(LINES - KEPT_FREE).isNotEmpty();
    assertThat(new HashSet<>(phoned())).as("none by both").hasSameSizeAs(phoned());
    assertThat(lines.used("carrier")).isEqualTo(phoned().size());
  }

  @Test
  void whatAKilledNodeHadIsLostWhenItsLeaseIsOver() {
    plan(2);
    node1.round();
    assertThat(phone1.phoned()).hasSize(2);

    clock.pass(Campaign.LEASE.minusSeconds(1));
    node2.round();
    assertThat(plan.outcomes()).as("the dead node's Asterisk may still talk").isEmpty();
    assertThat(lines.used("carrier")).isEqualTo(2);

    clock.pass(Duration.ofSeconds(1));
    node2.round();
    assertThat(plan.outcomes()).containsExactly("1-1 lost", "2-1 lost");
    assertThat(lines.used("carrier")).isZero();
    assertThat(phone2.phoned()).isEmpty();
  }

  @Test
  void whatIsWrongWithOneSurveyKeepsNoOthersFromBeingPhoned() {
    plan(3);
    node1.round();
    plan.refuse(1);
    clock.pass(Campaign.LEASE);

    node2.round();

    assertThat(plan.outcomes()).containsExactly("2-1 lost");
    assertThat(phone2.phoned()).containsExactly(3L);
  }

  @Test
  void aCallThatLastsKeepsItsLine() {
    plan(1);
    node1.round();
    for (int minute = 0; minute < 12; minute++) {
      clock.pass(Campaign.RENEWED);
      node1.round();
      node2.round();
    }
    assertThat(plan.outcomes()).isEmpty();
    assertThat(numbers.busy(new PhoneNumber("13900001001"), clock.instant())).isTrue();

    phone1.end(1, CallOutcome.ANSWERED);
    node1.round();
    assertThat(plan.outcomes()).containsExactly("1-1 answered");
    assertThat(numbers.busy(new PhoneNumber("13900001001"), clock.instant())).isFalse();
    assertThat(lines.used("carrier")).isZero();
  }

  @Test
  void anEndWaitsForTheDatabase() {
    plan(1);
    node1.round();
    phone1.end(1, CallOutcome.NO_ANSWER);
    plan.failing(1);

    assertThatThrownBy(node1::round).isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(plan.outcomes()).isEmpty();
    assertThat(lines.used("carrier")).as("all of it or nothing").isEqualTo(1);

    node1.round();
    assertThat(plan.outcomes()).containsExactly("1-1 no-answer");
    assertThat(lines.used("carrier")).isZero();
  }
}
