package cn.wuye.hotline.backend.message.template;

import cn.wuye.hotline.backend.persistence.Coded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody is told of, and what its template may name. {@link #COMMON} come from the ticket
 * and need not be given; the others are given by who puts the notice into the outbox.
 */
public enum MessageEvent implements Coded {
  /** To the reporter: number, who sees to it ({@code who}), how to follow. */
  TICKET_OPENED("ticket-opened", "who", "link"),
  /** To the crew: what is to be done until when ({@code due}), why them ({@code reason}). */
  TICKET_DISPATCHED("ticket-dispatched", "who", "due", "reason", "link"),
  /** To those above: nobody has the ticket any more, or nobody could be found; why. */
  TICKET_NOT_ASSIGNED("ticket-not-assigned", "reason", "link"),
  /** To a third party, which accepts by {@code link}. */
  TASK_OFFERED("task-offered", "task", "due", "link"),
  /** To a helping department: what it is asked to help with, and who is responsible. */
  HELP_ASKED("help-asked", "who", "link"),
  /** To the owner: a helper ({@code who}) does not come, or not in time, and why. */
  HELP_AWAY("help-away", "who", "reason", "link"),
  /** To the owner: so much ({@code percent}) of a clock's ({@code clock}) time has passed. */
  DEADLINE_WARNING("deadline-warning", "clock", "due", "percent", "who", "link"),
  /** To the next in rank: a clock was missed. */
  DEADLINE_MISSED("deadline-missed", "clock", "due", "who", "step", "link"),
  /** After an outage, several at once: how many, and which. */
  ESCALATION_DIGEST("escalation-digest", "count", "list", "since", "link"),
  /** To the reporter: what was done ({@code done}), by whom ({@code who}), how to object. */
  TICKET_SOLVED("ticket-solved", "done", "who", "link"),
  /**
   * To the reporter: it is not the company's duty; the rule that says so ({@code reason}), and what
   * can be done all the same ({@code offer}).
   */
  TICKET_DECLINED("ticket-declined", "reason", "offer"),
  /** To all who reported it. */
  INCIDENT_OVER("incident-over", "what", "done"),
  /** To the reporter: {@code survivor} carries on. */
  TICKET_MERGED("ticket-merged", "survivor", "link"),
  /**
   * To the reporter: whether it is solved. By SMS she answers with {@code yes}, {@code no} or
   * {@code part} (partly), or with {@code stop} that she wants no more of it; where the provider
   * hands on no answers they are missing.
   */
  SURVEY_ASKED("survey-asked", "date", "yes", "no", "part", "stop", "link"),
  /** To a resident: a survey that belongs to no ticket; she answers by {@code link}. */
  POLL_ASKED("poll-asked", "link"),
  /**
   * To who leads agents or is on duty: something on the live page must not stay as it is; in which
   * {@code queue}, how many wait ({@code waiting}), or which {@code dialect} nobody speaks.
   */
  FLOOR_ALARM("floor-alarm", "alarm", "queue", "dialect", "since", "waiting"),
  /** To the owner: the resident does not agree. */
  REOPENED("reopened", "reason", "who", "link");

  /**
   * What every template may name: number, category, place, urgency and words of the ticket, the
   * company's name and the hotline's number.
   */
  public static final Set<String> COMMON =
      Set.of("number", "category", "place", "urgency", "text", "company", "hotline");

  private final String code;
  private final List<String> own;

  MessageEvent(String code, String... own) {
    this.code = code;
    this.own = List.of(own);
  }

  @Override
  public String code() {
    return code;
  }

  /** All that its templates may name, its own first. */
  public Set<String> variables() {
    Set<String> all = new LinkedHashSet<>(own);
    COMMON.stream().sorted().forEach(all::add);
    return all;
  }
}
