package cn.wuye.hotline.backend.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.points.Points.Correction;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.survey.AskedTickets;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.backend.user.StaffRequests;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.Solved;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Points from the rule of an estate to what a resident has, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class PointsCases {
  @Autowired ApplicationContext application;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired Residents residents;
  @Autowired Points points;
  @Autowired PointsRules rules;

  private AskedTickets asked;
  private EstateId estate;
  private long resident;
  private SignedInUser admin;
  private SignedInUser stranger;

  @BeforeEach
  void aResident() {
    asked = new AskedTickets(application);
    estate = SampleEstates.another(estates).requireId();
    resident =
        Objects.requireNonNull(
            residents
                .save(
                    Resident.named(
                        "王秀英",
                        "cmn",
                        List.of(new PhoneNumber("13900000055")),
                        List.of(new Resident.Dwelling(estate, "3号楼", "", "502"))))
                .id());
    admin = Staff.signedIn(Role.ADMIN, estate.value());
    stranger = Staff.signedIn(Role.ADMIN, SampleEstates.another(estates).requireId().value());
  }

  @Test
  void whoIsVerySatisfiedIsThankedOnceWhereTheEstateUsesPoints() {
    assertThat(rules.of(estate)).isEqualTo(new PointsRule(false, 10));
    very(asked.solved(estate, resident, "worker"));
    assertThat(balance()).isZero();

    rules.save(estate, new PointsRule(true, 10), admin);
    TicketNumber ticket = asked.solved(estate, resident, "worker");
    List<Boolean> entered =
        Together.run(3, i -> asked.answered(ticket, Solved.SOLVED, Satisfaction.VERY_SATISFIED));

    assertThat(entered).containsOnlyOnce(true);
    assertThat(balance()).isEqualTo(10);
    PointsEntry entry = points.of(ticket).get(0);
    assertThat(entry.resident()).isEqualTo(resident);
    assertThat(entry.ticket()).isEqualTo(ticket);
    assertThat(entry.correction()).isFalse();
  }

  @Test
  void nobodyElseIsThanked() {
    rules.save(estate, new PointsRule(true, 10), admin);
    TicketNumber satisfied = asked.solved(estate, resident, "worker");
    asked.answered(satisfied, Solved.SOLVED, Satisfaction.SATISFIED);
    TicketNumber slip = asked.solved(estate, resident, "worker");
    asked.answered(slip, Solved.NOT_SOLVED, Satisfaction.VERY_SATISFIED);
    TicketNumber unknown = asked.solved(estate, null, "worker");
    very(unknown);

    assertThat(balance()).isZero();
    assertThat(points.of(satisfied)).isEmpty();
    assertThat(points.of(slip)).isEmpty();
    assertThat(points.of(unknown))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.resident()).isNull();
              assertThat(entry.points()).isZero();
            });
  }

  @Test
  void aCorrectionIsOneMoreEntryAndNeverTakesMoreThanThereIs() {
    assertThat(points.correct(resident, 30, "活动奖励", "a1", admin)).isEqualTo(Correction.DONE);
    assertThat(points.correct(resident, 30, "活动奖励", "a1", admin)).isEqualTo(Correction.DONE);
    assertThat(balance()).isEqualTo(30);
    List<Correction> taken =
        Together.run(4, i -> points.correct(resident, -20, "兑换", "b" + i, admin));
    assertThat(taken).containsOnlyOnce(Correction.DONE).contains(Correction.OVERDRAWN);
    assertThat(balance()).isEqualTo(10);

    assertThat(points.correct(resident, 0, "x", "c1", admin)).isEqualTo(Correction.AMOUNT);
    assertThat(points.correct(resident, 10_001, "x", "c2", admin)).isEqualTo(Correction.AMOUNT);
    assertThat(points.correct(resident, 1, " ", "c3", admin)).isEqualTo(Correction.REASON);
    assertThat(points.correct(resident, 1, "x", "c4", stranger)).isEqualTo(Correction.UNKNOWN);
    assertThatThrownBy(
            () ->
                points.correct(
                    resident, 1, "x", "c5", Staff.signedIn(Role.DISPATCHER, estate.value())))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(points.account(resident, admin.scope()).orElseThrow().entries())
        .extracting(PointsEntry::points)
        .containsExactly(-20, 30);
    assertThat(points.account(resident, stranger.scope())).isEmpty();
    assertThat(audited("resident:" + resident, "points.corrected")).isEqualTo(2);
  }

  @Test
  void theConsoleSetsTheRuleShowsTheBalanceAndSaysWhatIsWrong() throws Exception {
    String rule = "/console/estates/" + estate + "/points";
    MockHttpServletResponse none =
        send(post(rule).param("used", "true").param("amount", "0"), admin);
    assertThat(none.getStatus()).isEqualTo(422);
    assertThat(none.getContentAsString())
        .contains("checked=\"checked\"", "action=\"" + rule + "\"");
    assertThat(send(post(rule).param("used", "true").param("amount", "15"), admin).getStatus())
        .isEqualTo(302);
    assertThat(rules.of(estate)).isEqualTo(new PointsRule(true, 15));
    assertThat(send(post(rule).param("amount", "15"), stranger).getStatus()).isEqualTo(404);
    SignedInUser agent = Staff.signedIn(Role.AGENT, estate.value());
    assertThat(send(post(rule).param("amount", "15"), agent).getStatus()).isEqualTo(403);
    assertThat(audited("points:" + estate, "setting.changed")).isEqualTo(1);
    assertThat(body("/console/estates/" + estate, agent)).contains("15 分");

    TicketNumber ticket = asked.solved(estate, resident, "worker");
    very(ticket);
    assertThat(body("/console/residents/" + resident, agent))
        .contains("+15", "/console/tickets/" + ticket)
        .doesNotContain("更正积分");
    assertThat(body("/console/tickets/" + ticket, agent)).contains("赠 15 分");
    TicketNumber unknown = asked.solved(estate, null, "worker");
    very(unknown);
    assertThat(body("/console/tickets/" + unknown, agent)).contains("未赠积分");

    String correct = "/console/residents/" + resident + "/points";
    String key = UUID.randomUUID().toString();
    assertThat(send(correction(correct, "-16", "兑换", key), admin).getContentAsString())
        .contains("积分不能少于 0");
    MockHttpServletResponse wrong = send(correction(correct, "abc", "换雨伞", key), admin);
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString())
        .contains("value=\"abc\"", "value=\"换雨伞\"", "value=\"" + key + "\"");
    assertThat(send(correction(correct, "-5", "兑换", key), admin).getStatus()).isEqualTo(302);
    assertThat(send(correction(correct, "-5", "兑换", key), admin).getStatus()).isEqualTo(302);
    assertThat(balance()).isEqualTo(10);
    assertThat(send(correction(correct, "1", "x", "k"), stranger).getStatus()).isEqualTo(404);
    assertThat(send(correction(correct, "1", "x", "k"), agent).getStatus()).isEqualTo(403);
    assertThat(body("/console/residents/" + resident, admin)).contains("更正：兑换", "更正积分");
  }

  @Test
  void theApiTellsTheBalance() throws Exception {
    rules.save(estate, new PointsRule(true, 10), admin);
    TicketNumber ticket = asked.solved(estate, resident, "worker");
    very(ticket);
    String path = "/api/v1/residents/" + resident + "/points";

    assertThat(body(path, admin))
        .contains("\"balance\":10", "\"ticket\":\"" + ticket + "\"", "\"correction\":false");
    assertThat(send(get(path), stranger).getStatus()).isEqualTo(404);
  }

  private static MockHttpServletRequestBuilder correction(
      String path, String change, String why, String key) {
    return post(path).param("change", change).param("why", why).param("key", key);
  }

  private void very(TicketNumber ticket) {
    assertThat(asked.answered(ticket, Solved.SOLVED, Satisfaction.VERY_SATISFIED)).isTrue();
  }

  private long balance() {
    return points.account(resident, admin.scope()).orElseThrow().balance();
  }

  private long audited(String subject, String action) {
    return jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE subject = ? AND action = ?")
        .params(subject, action)
        .query(Long.class)
        .single();
  }

  private String body(String path, SignedInUser who) throws Exception {
    return StaffRequests.body(mvc, path, who);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, SignedInUser who)
      throws Exception {
    return StaffRequests.send(mvc, request, who);
  }
}
