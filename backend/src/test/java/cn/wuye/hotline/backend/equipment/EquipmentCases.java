package cn.wuye.hotline.backend.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.TestUsers;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** The equipment register and what it proposes, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class EquipmentCases {
  private static final Duration DAY = Duration.ofDays(1);

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder encoder;
  @Autowired Estates estates;
  @Autowired Tickets tickets;
  @Autowired TicketChanges changes;
  @Autowired Timeline timeline;
  @Autowired EquipmentRegister register;
  @Autowired EquipmentTickets links;
  @Autowired PreventiveProposals proposals;
  @Autowired WorkOrders orders;
  @Autowired Clock clock;

  private EstateId estate;
  private EstateId elsewhere;
  private EstateScope here;
  private EstateScope there;

  @BeforeEach
  void twoEstates() {
    estate = SampleEstates.another(estates).requireId();
    elsewhere = SampleEstates.another(estates).requireId();
    here = EstateScope.of(Set.of(estate));
    there = EstateScope.of(Set.of(elsewhere));
  }

  @Test
  void whatIsRegisteredIsCheckedUniqueAndSeenInItsEstateAlone() {
    Equipment lift = lift("DT-1", LocalDate.of(2012, 5, 31));

    assertThat(register.find(lift.id(), here)).contains(lift);
    assertThat(register.find(lift.id(), there)).isEmpty();
    assertThat(register.list(new EquipmentRegister.Query(null, null, 0, 10), there)).isEmpty();
    assertThat(register.list(new EquipmentRegister.Query(estate, EquipmentKind.LIFT, 0, 10), here))
        .containsExactly(lift);
    assertThat(save(thing(0, 0, estate, "DT-1", null)).wrong()).containsEntry("code", "taken");
    assertThat(save(thing(0, 0, elsewhere, "DT-1", null)).wrong())
        .containsEntry("estate", "unknown");
    assertThat(save(thing(0, 0, estate, " ", null)).wrong()).containsEntry("code", "required");
    assertThat(save(thing(lift.id(), 7, estate, "DT-2", null)).wrong())
        .containsEntry("version", "stale");
    assertThat(save(thing(lift.id(), 0, estate, "DT-2", null)).wrong()).isEmpty();
    assertThat(register.save(thing(lift.id(), 1, elsewhere, "DT-3", null), there, "x").wrong())
        .containsEntry("version", "stale");
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE subject = ?")
                .param("equipment:" + lift.id())
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void aLiftsTicketHangsOnTheOnlyLiftOfItsBuildingAndWhatAPersonChoseStays() {
    Equipment lift = lift("DT-1", null);
    TicketNumber number = complaint();

    assertThat(links.of(number)).contains(lift);
    move(number, "1号楼");
    assertThat(links.of(number)).isEmpty();
    move(number, "3号楼");
    assertThat(links.of(number)).contains(lift);
    Equipment second = lift("DT-2", null);
    assertThat(links.of(complaint())).isEmpty();

    assertThat(links.choose(number, second.id(), here, "boss")).isTrue();
    move(number, "1号楼");
    assertThat(links.of(number)).contains(second);
    assertThat(links.choose(number, second.id(), there, "stranger")).isFalse();
    Equipment foreign =
        register
            .find(register.save(thing(0, 0, elsewhere, "DT-9", null), there, "admin").id(), there)
            .orElseThrow();
    assertThat(links.choose(number, foreign.id(), EstateScope.ALL, "boss")).isFalse();
    assertThat(links.choose(number, 0, here, "boss")).isTrue();
    assertThat(links.of(number)).isEmpty();
    assertThat(timeline.of(number))
        .filteredOn(event -> event.kind().equals("equipment-set"))
        .hasSize(5);
  }

  @Test
  void threeComplaintsWithinAMonthProposeAWorkOrderOnceAndOneClickOpensIt() {
    Equipment lift = lift("DT-1", null);
    Together.run(3, i -> complaint());

    Proposal proposal = only();
    assertThat(proposal.equipment()).isEqualTo(lift);
    assertThat(proposal.cause()).isEqualTo(Proposal.Cause.COMPLAINTS);
    assertThat(proposals.open(there)).isEmpty();
    assertThat(orders.order(proposal.id(), "x", there, "stranger")).isEmpty();

    List<Optional<TicketNumber>> ordered =
        Together.run(2, i -> orders.order(proposal.id(), "预防性维护：3号楼1号梯", here, "boss"));

    assertThat(ordered).filteredOn(Optional::isPresent).hasSize(1);
    TicketNumber number = ordered.stream().flatMap(Optional::stream).findFirst().orElseThrow();
    Ticket order = tickets.find(number, here).orElseThrow();
    assertThat(order.contents().subject().kind()).isEqualTo(Kind.REPAIR);
    assertThat(order.contents().place().building()).isEqualTo("3号楼");
    assertThat(links.of(number)).contains(lift);
    assertThat(links.ticketsOf(lift.id(), here)).hasSize(4).contains(number);
    complaint();
    complaint();
    assertThat(proposals.open(here)).isEmpty();
    complaint();
    assertThat(proposals.open(here)).hasSize(1);
  }

  @Test
  void anOldOneIsProposedEarlierAndAProposalIsDismissedWithAReasonOnce() {
    lift("DT-1", LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).minusYears(16));
    complaint();
    assertThat(proposals.open(here)).isEmpty();
    complaint();

    Proposal proposal = only();
    assertThat(proposal.cause()).isEqualTo(Proposal.Cause.AGE);
    assertThat(orders.dismiss(proposal.id(), "刚大修过", there, "stranger")).isFalse();
    assertThat(orders.dismiss(proposal.id(), "刚大修过", here, "boss")).isTrue();
    assertThat(orders.dismiss(proposal.id(), "刚大修过", here, "boss")).isFalse();
    assertThat(orders.order(proposal.id(), "x", here, "boss")).isEmpty();
  }

  @Test
  void complaintsOfLongAgoAndPraiseDoNotCount() {
    Equipment lift = lift("DT-1", null);
    tickets.open(
        SampleTickets.at(
            SampleTickets.draft(SampleTickets.newCall(), estate),
            clock.instant().minus(DAY.multipliedBy(31))),
        Actor.system("test"));
    complaint();
    complaint();

    assertThat(links.ticketsOf(lift.id(), here)).hasSize(3);
    assertThat(proposals.open(here)).isEmpty();
  }

  @Test
  void overRest() {
    Http admin = new Http(mvc, TestUsers.admin(jdbc, encoder));
    Http agent = new Http(mvc, TestUsers.agentOf(jdbc, encoder, estate));
    Http stranger = new Http(mvc, TestUsers.agentOf(jdbc, encoder, elsewhere));
    String body =
        "\"building\":\"3号楼\",\"kind\":\"lift\",\"code\":\"DT-1\",\"name\":\"1号梯\","
            + "\"installedOn\":\"2012-05-31\"}";
    String fresh = "{\"estateId\":\"" + estate + "\"," + body;

    assertThat(agent.post("/api/v1/equipment", fresh).status()).isEqualTo(403);
    Http.Reply added = admin.post("/api/v1/equipment", fresh);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    String path = added.header("Location");
    assertThat(admin.post("/api/v1/equipment", fresh).<String>at("$.type"))
        .endsWith("equipment-taken");
    assertThat(
            admin
                .post("/api/v1/equipment", fresh.replace("2012-05-31", "gestern"))
                .<List<String>>at("$.errors[*].field"))
        .containsExactly("installedOn");
    assertThat(agent.get(path).<String>at("$.equipment.installedOn")).isEqualTo("2012-05-31");
    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.get("/api/v1/equipment").<List<String>>at("$.equipment")).isEmpty();
    assertThat(
            agent
                .get("/api/v1/equipment?estate=" + estate + "&kind=lift")
                .<List<String>>at("$.equipment[*].code"))
        .containsExactly("DT-1");
    assertThat(put(admin, path, "{\"version\":0," + body.replace("1号梯", "北梯")).status())
        .isEqualTo(200);
    assertThat(put(admin, path, "{\"version\":0," + body).<String>at("$.type"))
        .endsWith("equipment-changed");
    assertThat(put(agent, path, "{\"version\":1," + body).status()).isEqualTo(403);

    TicketNumber number = complaint();
    String chosen = "/api/v1/tickets/" + number + "/equipment";
    String id = path.substring(path.lastIndexOf('/') + 1);
    assertThat(put(agent, chosen, "{\"equipment\":null}").<Object>at("$.equipment")).isNull();
    assertThat(put(agent, chosen, "{\"equipment\":\"" + id + "\"}").<String>at("$.equipment"))
        .isEqualTo(id);
    assertThat(put(stranger, chosen, "{\"equipment\":\"" + id + "\"}").status()).isEqualTo(404);
  }

  @Test
  void inTheConsoleAForeignEstatesEquipmentIsNotThere() throws Exception {
    Equipment lift = lift("DT-1", null);
    String path = "/console/equipment/" + lift.id();
    var boss = user(Staff.signedIn(Role.ADMIN, estate.value()));
    var agent = user(Staff.signedIn(Role.AGENT, estate.value()));
    var stranger = user(Staff.signedIn(Role.ADMIN, elsewhere.value()));

    assertThat(status(get(path).with(boss))).isEqualTo(200);
    assertThat(status(get(path).with(agent))).isEqualTo(200);
    assertThat(status(get(path).with(stranger))).isEqualTo(404);
    assertThat(status(post(path).param("name", "x").with(stranger).with(csrf()))).isEqualTo(404);
    assertThat(status(post(path).param("name", "x").with(agent).with(csrf()))).isEqualTo(403);
    assertThat(status(get("/console/equipment/new").with(agent))).isEqualTo(403);
    assertThat(status(post(path).param("estate", estate.toString()).with(boss).with(csrf())))
        .isEqualTo(422);
    TicketNumber number = complaint();
    complaint();
    complaint();
    String order = "/console/equipment/proposals/" + only().id();
    assertThat(status(post(order + "/order").with(agent).with(csrf()))).isEqualTo(403);
    assertThat(status(post(order + "/order").with(stranger).with(csrf()))).isEqualTo(404);
    assertThat(status(post(order + "/dismiss").with(boss).with(csrf()))).isEqualTo(422);
    assertThat(status(post(order + "/order").with(boss).with(csrf()))).isEqualTo(302);
    assertThat(status(post(order + "/order").with(boss).with(csrf()))).isEqualTo(409);
    assertThat(
            status(
                post("/console/tickets/" + number + "/equipment")
                    .param("equipment", "999999999")
                    .with(agent)
                    .with(csrf())))
        .isEqualTo(409);
  }

  private int status(
      org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request)
      throws Exception {
    return mvc.perform(request).andReturn().getResponse().getStatus();
  }

  private static Http.Reply put(Http who, String path, String json) {
    return who.send(
        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(
                java.net.URI.create(path))
            .contentType(MediaType.APPLICATION_JSON)
            .content(json));
  }

  private Proposal only() {
    List<Proposal> open = proposals.open(here);
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  private TicketNumber complaint() {
    return tickets
        .open(
            SampleTickets.at(SampleTickets.draft(SampleTickets.newCall(), estate), clock.instant()),
            Actor.system("test"))
        .ticket()
        .number();
  }

  private void move(TicketNumber number, String building) {
    Ticket now = tickets.find(number, EstateScope.ALL).orElseThrow();
    changes.amend(
        new TicketChanges.Wish(number, now.version(), Actor.user("wang"), EstateScope.ALL),
        contents ->
            new Contents(
                contents.subject(),
                new TicketPlace(contents.place().estateId(), building, "", "", ""),
                contents.reporter(),
                contents.text(),
                false,
                false));
  }

  @Test
  void aDayThatCannotBeIsRefused() {
    LocalDate later = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2);
    Equipment lift = lift("DT-8", LocalDate.of(2012, 5, 31));

    assertThat(save(thing(0, 0, estate, "DT-9", later)).wrong())
        .containsOnly(Map.entry("installedOn", "future"));
    assertThat(save(served(lift, later)).wrong())
        .containsOnly(Map.entry("lastServiceOn", "future"));
    assertThat(save(served(lift, LocalDate.of(2012, 5, 30))).wrong())
        .containsOnly(Map.entry("lastServiceOn", "before-installed"));
    assertThat(save(served(lift, LocalDate.of(2012, 5, 31))).wrong()).isEmpty();
  }

  private static Equipment served(Equipment thing, LocalDate day) {
    return new Equipment(
        thing.id(),
        thing.version(),
        thing.estate(),
        thing.building(),
        thing.kind(),
        thing.code(),
        thing.name(),
        thing.installedOn(),
        thing.maintainer(),
        thing.plan(),
        day);
  }

  private Equipment lift(String code, @Nullable LocalDate installed) {
    EquipmentRegister.Saved saved = save(thing(0, 0, estate, code, installed));
    assertThat(saved.wrong()).isEqualTo(Map.of());
    return register.find(saved.id(), here).orElseThrow();
  }

  private EquipmentRegister.Saved save(Equipment wanted) {
    return register.save(wanted, here, "admin");
  }

  private static Equipment thing(
      long id, long version, EstateId estate, String code, @Nullable LocalDate installed) {
    return new Equipment(
        id,
        version,
        estate,
        "3号楼",
        EquipmentKind.LIFT,
        code,
        "梯" + code,
        installed,
        "",
        "每半月保养一次",
        null);
  }
}
