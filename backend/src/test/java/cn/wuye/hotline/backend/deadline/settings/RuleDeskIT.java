package cn.wuye.hotline.backend.deadline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.deadline.calendar.CalendarContent;
import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.Conditions;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.RuleDraft;
import cn.wuye.hotline.backend.deadline.rule.Runs;
import cn.wuye.hotline.backend.deadline.rule.StartsFrom;
import cn.wuye.hotline.backend.deadline.rule.Target;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.deadline.store.RuleVersion;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Rules as administrators change them, each test with an estate of its own. */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class RuleDeskIT extends SettingsWorld {
  @Autowired RuleDesk desk;
  @Autowired RuleTrial trial;
  @Autowired CalendarDesk calendars;

  @Test
  void aNewVersionHoldsForNewTicketsAndItsWriterIsInTheAudit() {
    assertThat(desk.save("", 0, draft(solveWithin(72)), "", COMPANY)).isEmpty();
    RuleVersion first = mine();
    Ticket running = open();

    assertThat(desk.save(id(first), 1, draft(solveWithin(48)), "五月业主大会", COMPANY)).isEmpty();
    Ticket later = open();

    assertThat(versions(running)).containsOnly(1);
    assertThat(versions(later)).containsOnly(2);
    assertThat(desk.history(id(first), EstateScope.ALL))
        .extracting(version -> version.rule().ref().version())
        .containsExactly(2, 1);
    assertThat(mine().author()).isEqualTo("user:admin");
    assertThat(audit("deadline-rule:" + id(first)))
        .hasSize(2)
        .anySatisfy(
            details -> assertThat(details).contains("target.solve", "PT72H", "PT48H", "五月业主大会"));
  }

  @Test
  void ruleLoopIsRefused() {
    RuleDraft loop =
        draft(
            List.of(
                target("accept", ClockKind.ACCEPT, StartsFrom.DISPATCHED, 2),
                target("dispatch", ClockKind.DISPATCH, StartsFrom.ACCEPTED, 2)));

    assertThat(desk.save("", 0, loop, "", COMPANY).get("targets"))
        .extracting(Wrong::message)
        .isEqualTo("rules.error.loop");
    assertThat(desk.all(EstateScope.of(Set.of(estate))))
        .noneMatch(version -> estate.equals(version.rule().conditions().estate()));
  }

  @Test
  void ruleTieIsRefusedUntilTheOtherIsSwitchedOff() {
    assertThat(desk.save("", 0, draft(solveWithin(72)), "", COMPANY)).isEmpty();
    RuleVersion first = mine();

    assertThat(desk.save("", 0, draft(solveWithin(48)), "", COMPANY))
        .hasEntrySatisfying(
            "order",
            wrong -> {
              assertThat(wrong.message()).isEqualTo("rules.error.tie");
              assertThat(wrong.arguments()).containsExactly("电梯");
            });
    assertThat(desk.switchOff(id(first), 1, true, "", COMPANY)).isEmpty();
    assertThat(desk.save("", 0, draft(solveWithin(48)), "", COMPANY)).isEmpty();
    assertThat(desk.switchOff(id(first), 2, false, "", COMPANY)).containsKey("order");
  }

  @Test
  void staleFormChangesNothing() {
    assertThat(desk.save("", 0, draft(solveWithin(72)), "", COMPANY)).isEmpty();
    String id = id(mine());
    assertThat(desk.save(id, 1, draft(solveWithin(48)), "", COMPANY)).isEmpty();

    assertThat(desk.save(id, 1, draft(solveWithin(24)), "", COMPANY).get("version"))
        .extracting(Wrong::message)
        .isEqualTo("rules.error.stale");
    assertThat(mine().rule().targets()).isEqualTo(solveWithin(48));
    assertThat(desk.save(id, 2, draft(solveWithin(48)), "", COMPANY).get("version"))
        .extracting(Wrong::message)
        .isEqualTo("rules.error.unchanged");
  }

  @Test
  void ofTwoWhoSaveAtOnceOneIsStale() {
    assertThat(desk.save("", 0, draft(solveWithin(72)), "", COMPANY)).isEmpty();
    String id = id(mine());

    List<Map<String, Wrong>> answers =
        Together.run(4, i -> desk.save(id, 1, draft(solveWithin(10 + i)), "", COMPANY));

    assertThat(answers).filteredOn(Map::isEmpty).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.containsKey("version")).hasSize(3);
    assertThat(mine().rule().ref().version()).isEqualTo(2);
  }

  @Test
  void whatDoesNotExistCannotBeAskedFor() {
    Conditions unknown =
        new Conditions(
            Kind.REPAIR,
            "facilities",
            "no-such",
            Urgency.GENERAL,
            new EstateId(999_999_999L),
            "nobody");
    RuleDraft draft =
        new RuleDraft(
            "",
            false,
            10_000,
            unknown,
            List.of(80, 50),
            Map.of(PauseReason.WAITING_FOR_PART, Duration.ofDays(500)),
            solveWithin(72));

    assertThat(desk.save("", 0, draft, "长".repeat(201), COMPANY))
        .containsOnlyKeys(
            "name",
            "note",
            "order",
            "category",
            "estate",
            "thirdParty",
            "warnings",
            "pause-waiting-for-part");
  }

  @Test
  void targetWithoutCalendarThatWouldEverReachItIsRefused() {
    CalendarContent fiveMinutesAWeek =
        new CalendarContent(
            WorkingCalendar.CHINA,
            Map.of(DayOfWeek.MONDAY, List.of(Frame.parse("08:00-08:05"))),
            List.of());
    String own = CalendarDesk.own(estate);
    assertThat(calendars.save(own, 0, new CalendarDraft("", fiveMinutesAWeek), "", local))
        .isEmpty();
    List<Target> forYears =
        List.of(
            new Target(
                "solve",
                ClockKind.SOLVE,
                StartsFrom.CREATED,
                Duration.ofDays(400),
                Runs.WORKING_TIME,
                false));

    assertThat(desk.save("", 0, draft(forYears), "", local))
        .hasEntrySatisfying(
            "targets", wrong -> assertThat(wrong.message()).isEqualTo("rules.error.beyond"));
  }

  @Test
  void administratorsOfAnEstateHaveItsRulesAndReadThoseOfTheCompany() {
    EstateId foreign = SampleEstates.another(estates).requireId();
    assertThat(desk.save("", 0, draft(solveWithin(72), foreign), "", COMPANY)).isEmpty();
    String theirs = id(of(foreign));

    assertThat(desk.find(theirs, local.scope())).isEmpty();
    assertThat(desk.history(theirs, local.scope())).isEmpty();
    assertThat(desk.save(theirs, 1, draft(solveWithin(1)), "", local)).containsKey("version");
    assertThat(desk.save("", 0, draft(solveWithin(1), foreign), "", local)).containsKey("estate");
    assertThat(desk.save("", 0, draft(solveWithin(1), null), "", local)).containsKey("estate");
    assertThat(desk.find("general", local.scope())).isPresent();
    assertThatThrownBy(() -> desk.switchOff("general", 1, true, "", local))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(
            () ->
                desk.save(
                    "",
                    0,
                    draft(solveWithin(1)),
                    "",
                    Staff.signedIn(Role.DISPATCHER, estate.value())))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(desk.save("", 0, draft(solveWithin(72)), "", local)).isEmpty();
    assertThat(mine().author()).isEqualTo("user:admin");
  }

  @Test
  void tryingItTellsTheRuleTheReasonsAndTheDueTimes() {
    assertThat(desk.save("", 0, draft(solveWithin(72)), "", COMPANY)).isEmpty();
    TicketProfile lift =
        new TicketProfile(Kind.REPAIR, "facilities", "lift", Urgency.GENERAL, estate, "");

    RuleTrial.Outcome outcome = trial.of(lift, Utc.now(clock), local.scope()).orElseThrow();

    assertThat(outcome.choice().winner().orElseThrow().ref()).isEqualTo(mine().rule().ref());
    assertThat(outcome.expected()).hasSize(1);
    assertThat(outcome.choice().considered())
        .extracting(each -> each.rule().id())
        .contains("general", "emergency");
    assertThat(trial.of(lift, Utc.now(clock), EstateScope.of(Set.of()))).isEmpty();
  }

  private RuleVersion mine() {
    return of(estate);
  }

  private RuleVersion of(EstateId whose) {
    return desk.all(EstateScope.ALL).stream()
        .filter(version -> whose.equals(version.rule().conditions().estate()))
        .filter(version -> !version.rule().off())
        .findFirst()
        .orElseThrow();
  }

  private static String id(RuleVersion version) {
    return version.rule().ref().id();
  }

  private RuleDraft draft(List<Target> targets) {
    return draft(targets, estate);
  }

  private static RuleDraft draft(List<Target> targets, @Nullable EstateId estate) {
    return new RuleDraft(
        "电梯",
        false,
        10,
        new Conditions(null, "facilities", "lift", null, estate, null),
        null,
        Map.of(),
        targets);
  }

  private static List<Target> solveWithin(int hours) {
    return List.of(target("solve", ClockKind.SOLVE, StartsFrom.CREATED, hours));
  }

  private static Target target(String id, ClockKind kind, StartsFrom from, int hours) {
    return new Target(id, kind, from, Duration.ofHours(hours), Runs.WORKING_DAYS, false);
  }

  private List<Integer> versions(Ticket ticket) {
    return jdbc.sql("SELECT rule_version FROM ticket_clock WHERE ticket = ? AND rule_id = ?")
        .params(ticket.number().value(), id(mine()))
        .query(Integer.class)
        .list();
  }
}
