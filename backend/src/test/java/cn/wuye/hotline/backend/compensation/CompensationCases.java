package cn.wuye.hotline.backend.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.compensation.Compensation.Kind;
import cn.wuye.hotline.backend.compensation.Compensation.State;
import cn.wuye.hotline.backend.compensation.Decision.Why;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.backend.user.StaffRequests;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Compensations from the proposal to the sum, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class CompensationCases {
  private static final long YUAN = 100;

  @Autowired MockMvc mvc;
  @Autowired Estates estates;
  @Autowired Tickets tickets;
  @Autowired Timeline timeline;
  @Autowired Compensations compensations;
  @Autowired CompensationFigures figures;
  @Autowired Limits limits;
  @Autowired Clock clock;

  private EstateId estate;
  private TicketNumber number;
  private SignedInUser agent;
  private SignedInUser dispatcher;
  private SignedInUser manager;
  private SignedInUser stranger;

  @BeforeEach
  void aTicket() {
    estate = SampleEstates.another(estates).requireId();
    number =
        tickets
            .open(
                SampleTickets.at(
                    SampleTickets.draft(SampleTickets.newCall(), estate), clock.instant()),
                Actor.system("test"))
            .ticket()
            .number();
    agent = Staff.signedIn(Role.AGENT, estate.value());
    dispatcher = Staff.signedIn(Role.DISPATCHER, estate.value());
    manager = Staff.signedIn(Role.MANAGER, estate.value());
    stranger = Staff.signedIn(Role.ADMIN, SampleEstates.another(estates).requireId().value());
  }

  @Test
  void whoMayApproveDependsOnRoleAndWorthAndNeverOnWhoProposed() {
    Compensation small = proposed(200 * YUAN, agent);
    Compensation large = proposed(200 * YUAN + 1, dispatcher);

    assertThat(why(compensations.approve(small.id(), 0, agent))).isEqualTo(Why.OWN);
    assertThat(why(compensations.approve(large.id(), 0, agent))).isEqualTo(Why.OVER_LIMIT);
    assertThat(why(compensations.approve(large.id(), 0, dispatcher))).isEqualTo(Why.OWN);
    assertThat(compensations.approve(small.id(), 0, stranger)).isEqualTo(new Decision.Unknown());
    assertThat(compensations.approve(small.id(), 0, dispatcher))
        .isEqualTo(new Decision.Done(number));
    Compensation other = proposed(200 * YUAN + 1, agent);
    assertThat(why(compensations.approve(other.id(), 0, dispatcher))).isEqualTo(Why.OVER_LIMIT);
    assertThat(compensations.approve(other.id(), 0, manager)).isEqualTo(new Decision.Done(number));
    Compensation dear = proposed(2_000 * YUAN + 1, agent);
    assertThat(why(compensations.approve(dear.id(), 0, manager))).isEqualTo(Why.OVER_LIMIT);
    SignedInUser local = Staff.signedIn(Role.ADMIN, estate.value());
    assertThat(why(compensations.approve(dear.id(), 0, local))).isEqualTo(Why.OVER_LIMIT);
    assertThat(compensations.approve(dear.id(), 0, Staff.signedIn(Role.ADMIN)))
        .isEqualTo(new Decision.Done(number));
    assertThat(states())
        .containsExactly(State.APPROVED, State.PROPOSED, State.APPROVED, State.APPROVED);
  }

  @Test
  void ofTwoWhoDecideAtOnceOneDoes() {
    Compensation one = proposed(100 * YUAN, agent);

    List<Decision> decisions =
        Together.run(
            4,
            i ->
                i % 2 == 0
                    ? compensations.approve(one.id(), one.version(), dispatcher)
                    : compensations.reject(one.id(), one.version(), "不符合规定", manager));

    assertThat(decisions).filteredOn(Decision.Done.class::isInstance).hasSize(1);
    assertThat(decisions)
        .filteredOn(Decision.Refused.class::isInstance)
        .allMatch(decision -> why(decision) == Why.DECIDED);
    assertThat(timeline.of(number))
        .filteredOn(event -> event.kind().equals("compensation-moved"))
        .hasSize(2);
  }

  @Test
  void itIsRejectedWithAReasonOrWithdrawnByWhoProposedIt() {
    Compensation first = proposed(100 * YUAN, agent);
    Compensation second = proposed(100 * YUAN, agent);

    assertThat(why(compensations.reject(first.id(), 0, " ", dispatcher))).isEqualTo(Why.REASON);
    assertThat(why(compensations.reject(first.id(), 0, "x", agent))).isEqualTo(Why.OWN);
    assertThat(compensations.reject(first.id(), 0, "不符合规定", dispatcher))
        .isInstanceOf(Decision.Done.class);
    assertThat(why(compensations.withdraw(second.id(), 0, dispatcher))).isEqualTo(Why.NOT_HERS);
    assertThat(compensations.withdraw(second.id(), 0, agent)).isInstanceOf(Decision.Done.class);
    assertThat(why(compensations.approve(second.id(), 1, dispatcher))).isEqualTo(Why.DECIDED);
    assertThat(figures.of(number).get(0).words()).isEqualTo("不符合规定");
  }

  @Test
  void whatIsProposedIsChecked() {
    assertThat(why(compensations.propose(number, Kind.FEE, 0, "x", agent))).isEqualTo(Why.AMOUNT);
    assertThat(why(compensations.propose(number, Kind.OTHER, -1, "x", agent)))
        .isEqualTo(Why.AMOUNT);
    assertThat(why(compensations.propose(number, Kind.OTHER, 0, " ", agent))).isEqualTo(Why.REASON);
    assertThat(compensations.propose(number, Kind.OTHER, 0, "登门道歉", agent))
        .isInstanceOf(Decision.Done.class);
    assertThat(compensations.propose(number, Kind.FEE, 1, "x", stranger))
        .isEqualTo(new Decision.Unknown());
    assertThatThrownBy(() -> compensations.propose(number, Kind.FEE, 1, "x", manager))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void whatWasApprovedIsSummedByMonthAndEstate() throws Exception {
    compensations.approve(proposed(100 * YUAN, agent).id(), 0, dispatcher);
    compensations.approve(proposed(50 * YUAN, agent).id(), 0, dispatcher);
    compensations.reject(proposed(70 * YUAN, agent).id(), 0, "不符合规定", dispatcher);
    YearMonth month = YearMonth.from(clock.instant().atZone(CompensationFigures.ZONE));

    assertThat(figures.sums(dispatcher.scope()))
        .containsExactly(new CompensationFigures.Sum(month, estate.toString(), 2, 150 * YUAN));
    assertThat(figures.sums(stranger.scope())).isEmpty();
    assertThat(body(get("/console/compensations"), dispatcher)).contains("150.00");
    assertThat(body(get("/console/compensations"), stranger)).doesNotContain("150.00");
    assertThat(body(get("/console/compensations.csv"), dispatcher))
        .contains(number.toString(), "100.00", "70.00", "未批准");
    assertThat(body(get("/console/compensations.csv"), stranger)).doesNotContain(number.toString());
    assertThat(send(get("/console/compensations"), agent).getStatus()).isEqualTo(403);
  }

  @Test
  void onTheTicketsPageARefusalIsASentence() throws Exception {
    String path = "/console/tickets/" + number + "/compensations";
    assertThat(
            send(post(path).param("kind", "fee").param("amount", "abc").param("reason", "x"), agent)
                .getContentAsString())
        .contains("请写金额");
    assertThat(
            send(
                    post(path)
                        .param("kind", "fee")
                        .param("amount", "88.50")
                        .param("reason", "停梯三天"),
                    agent)
                .getStatus())
        .isEqualTo(302);
    Compensation one = figures.of(number).get(0);
    assertThat(one.cents()).isEqualTo(8_850);
    String approve = "/console/compensations/" + one.id() + "/approve";
    MockHttpServletResponse own = send(post(approve).param("version", "0"), agent);
    assertThat(own.getStatus()).isEqualTo(409);
    assertThat(own.getContentAsString()).contains("不能批准或否决自己提出的补偿", "停梯三天");
    assertThat(send(post(approve).param("version", "0"), stranger).getStatus()).isEqualTo(404);
    assertThat(send(post(approve).param("version", "0"), dispatcher).getStatus()).isEqualTo(302);
    assertThat(body(get("/console/tickets/" + number), agent)).contains("88.50", "已批准");
  }

  @Test
  void limitsAreTheCompanys() throws Exception {
    Map<Role, Long> before = limits.all();
    String path = "/console/compensations/limits";
    SignedInUser admin = Staff.signedIn(Role.ADMIN);
    try {
      assertThat(send(post(path).param("manager", "abc"), admin).getStatus()).isEqualTo(422);
      assertThat(limits.all()).isEqualTo(before);
      assertThat(send(post(path).param("manager", "50").param("admin", "*"), admin).getStatus())
          .isEqualTo(302);
      assertThat(limits.all()).isEqualTo(Map.of(Role.MANAGER, 5_000L, Role.ADMIN, Limits.ANY));
      assertThat(limits.of(dispatcher)).isEqualTo(Limits.NONE);
      assertThat(send(post(path).param("manager", "1"), stranger).getStatus()).isEqualTo(403);
    } finally {
      limits.save(before, admin);
    }
  }

  private Compensation proposed(long cents, SignedInUser by) {
    assertThat(compensations.propose(number, Kind.FEE, cents, "停梯三天", by))
        .isEqualTo(new Decision.Done(number));
    List<Compensation> all = figures.of(number);
    return all.get(all.size() - 1);
  }

  private List<State> states() {
    return figures.of(number).stream().map(Compensation::state).toList();
  }

  private static Why why(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused) decision).why();
  }

  private String body(MockHttpServletRequestBuilder request, SignedInUser who) throws Exception {
    return send(request, who).getContentAsString();
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, SignedInUser who)
      throws Exception {
    return StaffRequests.send(mvc, request, who);
  }
}
