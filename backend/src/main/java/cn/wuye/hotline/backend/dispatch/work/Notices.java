package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.ticket.Ticket;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells those who have work to do, in the transaction that gives it to them. */
@Component
class Notices {
  /** To who gets a job. */
  static final String DISPATCHED = "ticket-dispatched";

  /** To those above, when nobody has it. */
  static final String NOT_ASSIGNED = "ticket-not-assigned";

  private final Outbox outbox;
  private final Crew crew;
  private final Clock clock;

  Notices(Outbox outbox, Crew crew, Clock clock) {
    this.clock = clock;
    this.outbox = outbox;
    this.crew = crew;
  }

  void dispatched(Ticket ticket, String worker, long assignment) {
    tell(DISPATCHED, new Addressee.Staff(worker), ticket, assignment);
  }

  void offered(Ticket ticket, String thirdParty, long task) {
    tell("task-offered", new Addressee.ThirdParty(thirdParty), ticket, task);
  }

  /**
   * To a helping department: whoever of it works now, else who leads it. In an emergency the first
   * is phoned.
   *
   * @param owner what the one who is responsible is called; empty string for nobody
   */
  void asked(Ticket ticket, String department, long task, String owner) {
    List<CrewMember> members =
        crew.of(ticket.contents().place().estateId()).stream()
            .filter(member -> member.department().equals(department))
            .toList();
    List<CrewMember> working =
        members.stream().filter(member -> member.onShift(clock.instant())).toList();
    Stream<CrewMember> asked =
        working.isEmpty() ? members.stream().filter(CrewMember::leads) : working.stream();
    tell(
        asked
            .map(
                member ->
                    notice(
                        "help-asked",
                        new Addressee.Staff(member.login()),
                        ticket,
                        Map.of("who", owner),
                        task + ":" + member.login()))
            .toList(),
        false);
  }

  /**
   * To the owner: a helper does not come.
   *
   * @param party what the helper is called
   * @param why key of a sentence
   */
  void away(Ticket ticket, String party, long task, String why) {
    ticket
        .owner()
        .ifPresent(
            owner ->
                outbox.tell(
                    notice(
                        "help-away",
                        new Addressee.Staff(owner),
                        ticket,
                        Map.of("who", party, "reason", Notice.SENTENCE + why),
                        task + ":" + why)));
  }

  /**
   * To those who have to find somebody; once for each time that nobody has it. Of an emergency the
   * first of them is phoned, and whoever {@link PhonedCare} names after him.
   *
   * @param cared whether somebody finds somebody already: nobody is phoned then
   */
  void withNobody(Ticket ticket, List<String> logins, Reason reason, boolean cared) {
    String why =
        reason
            .named(worker -> crew.find(worker).map(CrewMember::name).orElse(worker))
            .sentence(Locale.SIMPLIFIED_CHINESE);
    tell(
        logins.stream()
            .map(
                login ->
                    notice(
                        NOT_ASSIGNED,
                        new Addressee.Staff(login),
                        ticket,
                        Map.of("reason", why),
                        ticket.number() + ":" + ticket.version() + ":" + login))
            .toList(),
        cared);
  }

  /** Of several only the first is phoned in an emergency, and nobody when somebody was already. */
  private void tell(List<Notice> notices, boolean phonedBefore) {
    boolean phoned = phonedBefore;
    for (Notice notice : notices) {
      if (phoned) {
        outbox.write(notice);
      } else {
        outbox.tell(notice);
      }
      phoned = true;
    }
  }

  private void tell(String event, Addressee to, Ticket ticket, long id) {
    outbox.tell(notice(event, to, ticket, Map.of(), Long.toString(id)));
  }

  private static Notice notice(
      String event, Addressee to, Ticket ticket, Map<String, String> values, String once) {
    return new Notice(
        event,
        to,
        ticket.number(),
        values,
        ticket.contents().subject().emergency(),
        event + ":" + once);
  }

  /** Of the notice about one assignment or task. */
  static String key(String event, long id) {
    return event + ":" + id;
  }
}
