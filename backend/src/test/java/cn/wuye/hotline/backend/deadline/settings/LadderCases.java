package cn.wuye.hotline.backend.deadline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.deadline.settings.LadderTrial.Told;
import cn.wuye.hotline.backend.deadline.store.LadderVersion;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The ladder as administrators change it; afterwards it is again what it was. */
@SuppressWarnings("NullAway.Init")
abstract class LadderCases {
  private static final SignedInUser COMPANY =
      Staff.signedIn(cn.wuye.hotline.backend.user.Role.ADMIN);

  @Autowired LadderDesk desk;
  @Autowired LadderTrial trial;
  @Autowired JdbcClient jdbc;
  private LadderVersion before;

  @BeforeEach
  void asItIs() {
    before = desk.current();
  }

  @AfterEach
  void asItWas() {
    int now = desk.current().version();
    if (now > before.version()) {
      assertThat(desk.save(now, LadderDraft.of(before.ladder()), "", COMPANY)).isEmpty();
    }
  }

  @Test
  void whatIsShippedIsTheFirstVersion() {
    List<LadderVersion> history = desk.history();

    LadderVersion first = history.get(history.size() - 1);
    assertThat(first.version()).isEqualTo(1);
    assertThat(first.author()).isEqualTo("system:shipped");
    assertThat(first.ladder().warnings()).containsExactly(50, 80);
    assertThat(first.ladder().unsolvedAfter()).isEqualTo(Duration.ofHours(72));
    assertThat(first.ladder().of(Urgency.EMERGENCY))
        .extracting(rung -> rung.role())
        .containsExactly(Role.values());
  }

  @Test
  void aChangeIsANewVersionWithBothSidesInTheAudit() {
    LadderDraft wanted = with(Urgency.URGENT, Role.HEADQUARTERS, Duration.ofHours(6));

    assertThat(desk.save(before.version(), wanted, "业主大会", COMPANY)).isEmpty();

    LadderVersion now = desk.current();
    assertThat(now.version()).isEqualTo(before.version() + 1);
    assertThat(now.note()).isEqualTo("业主大会");
    assertThat(now.author()).isEqualTo("user:admin");
    assertThat(LadderDraft.of(now.ladder())).isEqualTo(wanted);
    assertThat(desk.history().get(1)).isEqualTo(before);
    assertThat(audit())
        .anySatisfy(
            details -> assertThat(details).contains("urgent.headquarters", "PT8H", "PT6H", "业主大会"));
    assertThat(desk.save(now.version(), wanted, "", COMPANY).get("version"))
        .extracting(Wrong::message)
        .isEqualTo("rules.error.unchanged");
  }

  @Test
  void staleFormChangesNothingAndOfTwoAtOnceOneIsStale() {
    int version = before.version();

    List<Map<String, Wrong>> answers =
        Together.run(
            4,
            i ->
                desk.save(
                    version,
                    with(Urgency.URGENT, Role.HEADQUARTERS, Duration.ofHours(10 + i)),
                    "",
                    COMPANY));

    assertThat(answers).filteredOn(Map::isEmpty).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.containsKey("version"))
        .hasSize(3)
        .extracting(answer -> answer.get("version"))
        .containsOnly(new Wrong("rules.error.stale", List.of()));
    assertThat(desk.current().version()).isEqualTo(version + 1);
  }

  @Test
  void whatDoesNotGoUpwardsOrTellsNobodyIsRefused() {
    LadderDraft shipped = LadderDraft.of(before.ladder());
    Map<Urgency, Map<Role, Duration>> rungs = new EnumMap<>(shipped.rungs());
    rungs.put(Urgency.GENERAL, Map.of());
    rungs.put(
        Urgency.EMERGENCY,
        Map.of(
            Role.PROJECT_MANAGER,
            Duration.ofMinutes(30),
            Role.HEADQUARTERS,
            Duration.ofMinutes(5)));
    rungs.put(Urgency.COMPLEX, Map.of(Role.OWNER, Duration.ofDays(61)));
    LadderDraft wrong = new LadderDraft(List.of(80, 50), rungs, Duration.ofMinutes(5));

    assertThat(desk.save(before.version(), wrong, "长".repeat(201), COMPANY))
        .containsOnlyKeys(
            "note",
            "warnings",
            "unsolved",
            "u-general",
            "r-emergency-headquarters",
            "r-complex-owner");
    assertThat(desk.current()).isEqualTo(before);
  }

  @Test
  void onlyAdministratorsOfAllEstatesChangeIt() {
    LadderDraft wanted = with(Urgency.URGENT, Role.HEADQUARTERS, Duration.ofHours(6));

    for (SignedInUser who :
        List.of(
            Staff.signedIn(cn.wuye.hotline.backend.user.Role.ADMIN, 1L),
            Staff.signedIn(cn.wuye.hotline.backend.user.Role.MANAGER))) {
      assertThatThrownBy(() -> desk.save(before.version(), wanted, "", who))
          .isInstanceOf(AccessDeniedException.class);
    }
    assertThat(desk.current()).isEqualTo(before);
  }

  @Test
  void tryingItTellsWhoHearsOfWhatWhen() {
    Instant monday = Instant.parse("2026-05-11T02:00:00Z");
    TicketProfile lift =
        new TicketProfile(Kind.COMPLAINT, "facilities", "lift", Urgency.URGENT, null, "");

    LadderTrial.Outcome outcome = trial.of(lift, monday, EstateScope.ALL).orElseThrow();

    assertThat(outcome.clocks().get(0).clock().target().id()).isEqualTo("accept");
    assertThat(outcome.clocks().get(0).told())
        .extracting(told -> Duration.between(monday, told.at()).toMinutes(), Told::role)
        .containsExactly(
            tuple(15L, Role.OWNER),
            tuple(24L, Role.OWNER),
            tuple(30L, Role.OWNER),
            tuple(60L, Role.DEPARTMENT_LEAD),
            tuple(150L, Role.PROJECT_MANAGER),
            tuple(510L, Role.HEADQUARTERS));
    assertThat(outcome.unsolved().at()).isEqualTo(monday.plus(Duration.ofHours(72)));
    TicketProfile foreign =
        new TicketProfile(
            Kind.COMPLAINT, "facilities", "lift", Urgency.URGENT, new EstateId(1), "");
    assertThat(trial.of(foreign, monday, EstateScope.of(Set.of()))).isEmpty();
  }

  private LadderDraft with(Urgency urgency, Role role, Duration after) {
    LadderDraft now = LadderDraft.of(before.ladder());
    Map<Urgency, Map<Role, Duration>> rungs = new EnumMap<>(now.rungs());
    Map<Role, Duration> roles = new EnumMap<>(Role.class);
    roles.putAll(rungs.getOrDefault(urgency, Map.of()));
    roles.put(role, after);
    rungs.put(urgency, roles);
    return new LadderDraft(now.warnings(), rungs, now.unsolvedAfter());
  }

  private List<String> audit() {
    return jdbc.sql("SELECT details FROM audit_entry WHERE subject = 'escalation-ladder'")
        .query(String.class)
        .list();
  }
}
