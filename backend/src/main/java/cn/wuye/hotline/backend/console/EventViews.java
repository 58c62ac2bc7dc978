package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.work.PartyKind;
import cn.wuye.hotline.backend.dispatch.work.Tasks;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.user.StaffNames;
import cn.wuye.hotline.router.callback.CallBackCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts a ticket's timeline into words. */
@Component
class EventViews {
  private static final String CALL = "call:";
  private static final String COMPANY = PartyKind.THIRD_PARTY.code() + ":";

  private final Labels labels;
  private final Choices choices;
  private final Estates estates;
  private final StaffNames staff;
  private final JobSentences sentences;
  private final Tasks tasks;

  EventViews(
      Labels labels,
      Choices choices,
      Estates estates,
      StaffNames staff,
      JobSentences sentences,
      Tasks tasks) {
    this.sentences = sentences;
    this.tasks = tasks;
    this.staff = staff;
    this.labels = labels;
    this.choices = choices;
    this.estates = estates;
  }

  EventView of(TicketEvent event) {
    return new EventView(
        event.id(),
        labels.fullTime(event.at()),
        event.at().toString(),
        who(event.actor()),
        what(event),
        written(event),
        event.kind().equals("viewed") || event.kind().equals("recording-played"));
  }

  private String who(String actor) {
    String name = actor.substring(actor.indexOf(':') + 1);
    return actor.startsWith("user:")
        ? staff.of(name)
        : name.startsWith(COMPANY)
            ? tasks.partyName(PartyKind.THIRD_PARTY, name.substring(COMPANY.length()))
            : labels.text(callActor(actor));
  }

  private static String callActor(String actor) {
    if (!actor.startsWith(CALL)) {
      return "actor.system";
    }
    // Who phoned whom: surveys and call-backs are the hotline's own calls.
    String call = actor.substring(CALL.length());
    if (CallBackCalls.isCallBack(call)) {
      return "actor.call-back";
    }
    return PlacedCall.ours(call) ? "actor.survey" : "actor.call";
  }

  private static String callAdded(TicketEvent event) {
    String call = event.call();
    if (CallBackCalls.isCallBack(call)) {
      return "event.call-back";
    }
    return (PlacedCall.ours(call) ? "event.survey-call" : "event.call-added")
        + (Boolean.TRUE.equals(event.details().get("unfinished")) ? ".unfinished" : "");
  }

  private String what(TicketEvent event) {
    Map<String, Object> details = event.details();
    return switch (event.kind()) {
      case "opened" ->
          labels.text(
              Boolean.TRUE.equals(details.get("unfinished"))
                  ? "event.opened.unfinished"
                  : "event.opened",
              labels.name("channel", text(details, "channel")));
      case "amended" -> labels.text("event.amended", changes(details));
      case "state-changed" ->
          labels.text(
              "event.state-changed",
              labels.name("verb", text(details, "verb")),
              labels.name("state", text(details, "from")),
              labels.name("state", text(details, "to")));
      case "recording-added" ->
          labels.text(
              "event.recording-added",
              labels.text("ticket.recording." + text(details, "recording")));
      case "phone-rung" ->
          labels.text(
              "event.phone-rung",
              text(details, "name"),
              labels.name("rung", text(details, "outcome")));
      case "call-added" -> labels.text(callAdded(event));
      case "repeats" -> labels.text("event.repeats", text(details, "earlier"));
      case "came-again" -> labels.text("event.came-again", text(details, "later"));
      case "absorbed" -> labels.text("event.absorbed", text(details, "merged"));
      case "released" -> labels.text("event.released", text(details, "ticket"));
      case "merge-undone" ->
          labels.text(
              "event.merge-undone",
              text(details, "survivor"),
              labels.name("state", text(details, "to")));
      case "incident-declared" -> declared(details);
      case "incident-revoked" -> labels.text("event.incident-revoked");
      case "paused" ->
          labels.text("event.paused", labels.name("pause-reason", text(details, "reason")));
      case "warned" ->
          labels.text(
              "event.warned",
              clock(event),
              number(details, "percent"),
              moment(details),
              told(details));
      case "escalated" -> escalated(event);
      case "resumed", "note-added", "transcript-added", "viewed", "recording-played" ->
          labels.text("event." + event.kind());
      case "assigned" ->
          labels.text(
              Boolean.TRUE.equals(details.get("handOver"))
                  ? "event.assigned.hand-over"
                  : "event.assigned",
              staff.of(text(details, "worker")));
      case "phoned" ->
          labels.text(
              "event.phoned",
              text(details, "login").isEmpty()
                  ? labels.text("messages.to.reporter")
                  : staff.of(text(details, "login")),
              labels.name("call-end", text(details, "outcome")));
      case "care-taken" -> labels.text("event.care-taken", staff.of(text(details, "login")));
      case "job-accepted" ->
          labels.text(
              text(details, "by").isEmpty() ? "event.job-accepted" : "event.job-accepted.phone",
              staff.of(text(details, "worker")));
      case "job-refused", "arrived", "made-safe" ->
          labels.text("event." + event.kind(), staff.of(text(details, "worker")));
      case "task-moved" ->
          labels.text(
              "event.task-moved",
              party(text(details, "partyKind"), text(details, "party")),
              labels.name("task-state", text(details, "state")));
      case "not-assigned" ->
          details.get("told") instanceof List<?> logins && !logins.isEmpty()
              ? labels.text("event.not-assigned.told", told(details))
              : labels.text("event.not-assigned");
      case "equipment-set" ->
          text(details, "name").isEmpty()
              ? labels.text("event.equipment-set.none")
              : labels.text("event.equipment-set", text(details, "name"));
      case "compensation-moved" ->
          labels.text(
              "event.compensation-moved",
              labels.name("compensation-state", text(details, "state")),
              labels.name("compensation-kind", text(details, "form")),
              Money.of(number(details, "cents")));
      case "third-party-late" -> thirdPartyLate(details);
      case "surveyed" -> surveyed(details);
      case "photo-added" -> labels.text("event." + event.kind());
      default -> event.kind();
    };
  }

  private String written(TicketEvent event) {
    return switch (event.kind()) {
      case "state-changed" ->
          event.actor().equals("system:duplicates")
              ? labels.text("event.merged.sure")
              : stateWords(event.details());
      case "merge-undone" -> text(event.details(), "reason");
      case "assigned", "not-assigned" -> reason(event.details());
      case "job-refused" -> text(event.details(), "reason");
      case "task-moved", "compensation-moved", "surveyed" -> text(event.details(), "words");
      case "paused", "resumed" -> text(event.details(), "note");
      case "note-added", "transcript-added", "call-added" -> text(event.details(), "text");
      case "opened" -> dialect(text(event.details(), "dialect"));
      default -> "";
    };
  }

  private String stateWords(Map<String, Object> details) {
    String duty = text(details, "duty");
    String words = text(details, "reason");
    return duty.isEmpty()
        ? words
        : (labels.name("duty", duty) + (labels.chinese() ? "。" : ". ") + words).strip();
  }

  private String reason(Map<String, Object> details) {
    List<String> arguments = new ArrayList<>();
    if (details.get("arguments") instanceof List<?> values) {
      values.forEach(value -> arguments.add(String.valueOf(value)));
    }
    return Coded.find(Reason.Code.class, text(details, "code"))
        .map(code -> sentences.of(new Reason(code, arguments)))
        .orElse("");
  }

  private String party(String kind, String code) {
    return tasks.partyName(Coded.find(PartyKind.class, kind).orElse(PartyKind.THIRD_PARTY), code);
  }

  /** What has to be done in time; a task with whose it is. */
  private String clock(TicketEvent event) {
    String target = text(event.details(), "target");
    return target.equals(ClockKind.HELP.code())
        ? labels.text(
            "clocks.help",
            tasks.partyName(event.ticket(), (int) number(event.details(), "occurrence")))
        : labels.name("clock", target);
  }

  private String escalated(TicketEvent event) {
    Map<String, Object> details = event.details();
    String target = text(details, "target");
    String role = labels.name("escalation-role", text(details, "role"));
    return target.equals("unsolved")
        ? labels.text("event.escalated.unsolved", role, told(details))
        : labels.text("event.escalated", clock(event), moment(details), role, told(details));
  }

  private String surveyed(Map<String, Object> details) {
    String result = text(details, "result");
    long round = number(details, "round");
    if (!result.equals("answered")) {
      return labels.text("event.surveyed." + result, round);
    }
    long score = number(details, "score");
    String solved = text(details, "solved");
    String opinion =
        labels.text(
            "event.surveyed.answered",
            round,
            how(details),
            labels.name("survey-solved", solved.isEmpty() ? "none" : solved),
            score == 0
                ? labels.text("event.surveyed.no-score")
                : labels.text("event.surveyed.score", score));
    return details.get("told") instanceof List<?> logins && !logins.isEmpty()
        ? labels.text("event.surveyed.told", opinion, told(details))
        : opinion;
  }

  /** By which way she answered; nothing in events of before that was kept. */
  private String how(Map<String, Object> details) {
    String channel = text(details, "channel");
    return channel.isEmpty()
        ? ""
        : labels.text("event.surveyed.how", labels.name("survey-channel", channel));
  }

  private String declared(Map<String, Object> details) {
    List<String> buildings = new ArrayList<>();
    if (details.get("buildings") instanceof List<?> names) {
      names.forEach(name -> buildings.add(String.valueOf(name)));
    }
    String where =
        buildings.isEmpty()
            ? labels.text("incident.everywhere")
            : String.join(labels.chinese() ? "、" : ", ", buildings);
    String until = text(details, "expectedEnd");
    String words = text(details, "announcement");
    return until.isEmpty()
        ? labels.text("event.incident-declared", words, where)
        : labels.text(
            "event.incident-declared.until", words, where, labels.fullTime(Instant.parse(until)));
  }

  private String thirdPartyLate(Map<String, Object> details) {
    String party = tasks.partyName(PartyKind.THIRD_PARTY, text(details, "party"));
    String target = labels.name("contract-target", text(details, "target"));
    String reserve = text(details, "reserve");
    return reserve.isEmpty()
        ? labels.text("event.third-party-late", party, moment(details), target)
        : labels.text(
            "event.third-party-late.reserve",
            party,
            moment(details),
            target,
            tasks.partyName(PartyKind.THIRD_PARTY, reserve));
  }

  private String moment(Map<String, Object> details) {
    return labels.fullTime(Instant.parse(text(details, "due")));
  }

  private String told(Map<String, Object> details) {
    if (!(details.get("told") instanceof List<?> logins) || logins.isEmpty()) {
      return labels.text("event.told.nobody");
    }
    return logins.stream()
        .map(login -> staff.of(String.valueOf(login)))
        .collect(Collectors.joining(labels.chinese() ? "、" : ", "));
  }

  /** The one who phones back had better speak it; Mandarin goes without saying. */
  private String dialect(String code) {
    return code.isEmpty() || code.equals("cmn")
        ? ""
        : labels.text("event.opened.dialect", labels.name("dialect", code));
  }

  private String changes(Map<String, Object> details) {
    List<String> sentences = new ArrayList<>();
    if (details.get("changes") instanceof List<?> changes) {
      for (Object change : changes) {
        if (change instanceof Map<?, ?> fields) {
          sentences.add(change(fields));
        }
      }
    }
    return sentences.stream().collect(Collectors.joining(labels.chinese() ? "；" : "; "));
  }

  private String change(Map<?, ?> change) {
    String field = String.valueOf(change.get("field"));
    String name = labels.name("field", field);
    if (field.equals("text")) {
      return labels.text("event.amended.text", name);
    }
    return labels.text(
        "event.amended.one",
        name,
        value(field, change.get("from")),
        value(field, change.get("to")));
  }

  private String value(String field, @org.jspecify.annotations.Nullable Object value) {
    String code = value == null ? "" : value.toString();
    if (code.isEmpty()) {
      return labels.text("nothing");
    }
    return switch (field) {
      case "kind", "urgency" -> labels.name(field, code);
      case "category" -> choices.categoryName(code, "");
      case "subcategory" -> choices.subcategoryName(code);
      case "estate" ->
          Optional.of(code)
              .filter(id -> id.matches("[1-9][0-9]{0,17}"))
              .flatMap(id -> estates.findById(EstateId.parse(id)))
              .map(estate -> estate.name())
              .orElse(code);
      case "unfinished", "needs-transcript" -> labels.text(code.equals("true") ? "yes" : "no");
      default -> code;
    };
  }

  private static String text(Map<String, Object> details, String name) {
    Object value = details.get(name);
    return value == null ? "" : value.toString();
  }

  private static long number(Map<String, Object> details, String name) {
    return details.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
