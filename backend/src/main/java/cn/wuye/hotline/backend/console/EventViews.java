package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.work.PartyKind;
import cn.wuye.hotline.backend.dispatch.work.Tasks;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.user.StaffNames;
import java.time.Duration;
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
        : labels.text(actor.startsWith("call:") ? "actor.call" : "actor.system");
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
              labels.text("ticket.recording." + text(details, "recording")),
              labels.length(Duration.ofMillis(number(details, "durationMs"))));
      case "phone-rung" ->
          labels.text(
              "event.phone-rung",
              text(details, "name"),
              labels.name("rung", text(details, "outcome")));
      case "call-added" ->
          labels.text(
              Boolean.TRUE.equals(details.get("unfinished"))
                  ? "event.call-added.unfinished"
                  : "event.call-added");
      case "repeats" -> labels.text("event.repeats", text(details, "earlier"));
      case "came-again" -> labels.text("event.came-again", text(details, "later"));
      case "paused" ->
          labels.text("event.paused", labels.name("pause-reason", text(details, "reason")));
      case "warned" ->
          labels.text(
              "event.warned",
              labels.name("clock", text(details, "target")),
              number(details, "percent"),
              moment(details),
              told(details));
      case "escalated" -> escalated(details);
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
      case "job-accepted" ->
          labels.text(
              text(details, "by").isEmpty() ? "event.job-accepted" : "event.job-accepted.phone",
              staff.of(text(details, "worker")));
      case "job-refused", "arrived" ->
          labels.text("event." + event.kind(), staff.of(text(details, "worker")));
      case "task-moved" ->
          labels.text(
              "event.task-moved",
              party(text(details, "partyKind"), text(details, "party")),
              labels.name("task-state", text(details, "state")));
      case "not-assigned", "photo-added" -> labels.text("event." + event.kind());
      default -> event.kind();
    };
  }

  private String written(TicketEvent event) {
    return switch (event.kind()) {
      case "state-changed" -> stateWords(event.details());
      case "assigned", "not-assigned" -> reason(event.details());
      case "job-refused" -> text(event.details(), "reason");
      case "task-moved" -> text(event.details(), "words");
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

  private String escalated(Map<String, Object> details) {
    String target = text(details, "target");
    String role = labels.name("escalation-role", text(details, "role"));
    return target.equals("unsolved")
        ? labels.text("event.escalated.unsolved", role, told(details))
        : labels.text(
            "event.escalated", labels.name("clock", target), moment(details), role, told(details));
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
