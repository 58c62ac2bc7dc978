package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.message.outbox.MessageState;
import cn.wuye.hotline.backend.message.outbox.OutboxMessage;
import cn.wuye.hotline.backend.message.outbox.Reason;
import cn.wuye.hotline.backend.message.voice.CallEnd;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.user.StaffNames;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts messages into words for the list. */
@Component
class MessageViews {
  private final Labels labels;
  private final StaffNames staff;

  MessageViews(Labels labels, StaffNames staff) {
    this.labels = labels;
    this.staff = staff;
  }

  /**
   * A message in words.
   *
   * @param way medium and masked address; empty string before the first attempt
   * @param why empty string when there is nothing to say
   * @param aside who looked after it another way and how; empty string while nobody has
   * @param trouble whether it was not sent and waits for somebody
   */
  record Line(
      long id,
      String event,
      String to,
      String ticket,
      boolean emergency,
      String state,
      String tone,
      String way,
      String text,
      String why,
      String at,
      String atIso,
      String aside,
      boolean trouble,
      boolean resendable) {}

  Line of(OutboxMessage message) {
    return new Line(
        message.id(),
        labels.name("message-event", message.event()),
        to(message),
        Objects.requireNonNullElse(message.ticket(), ""),
        message.emergency(),
        labels.name("message-state", message.state()),
        tone(message.state()),
        message.medium().isEmpty()
            ? ""
            : labels.name("medium", message.medium()) + " " + message.address(),
        Stream.of(message.subject(), message.body())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n")),
        why(message),
        labels.time(message.createdAt()),
        message.createdAt().toString(),
        message.asideAt() == null
            ? ""
            : labels.text(
                "messages.asideBy",
                staff.of(message.asideBy()),
                labels.time(message.asideAt()),
                message.asideNote()),
        message.trouble(),
        message.state().resendable());
  }

  private String to(OutboxMessage message) {
    return switch (message.addresseeKind()) {
      case "staff" -> staff.of(message.addressee());
      case "on-duty" -> labels.text("messages.to.onDuty");
      case "reporter" -> labels.text("messages.to.reporter");
      case "resident" -> labels.text("messages.to.resident");
      case "webhook" -> labels.text("messages.to.system", message.addressee());
      default -> labels.text("messages.to.company", message.addressee());
    };
  }

  private String why(OutboxMessage message) {
    Reason reason = message.reason();
    if (reason == null) {
      return "";
    }
    Instant next = message.nextAttemptAt();
    return labels.text(
        "message-reason." + reason.code(),
        next == null ? "" : labels.time(next),
        Coded.find(CallEnd.class, message.error())
            .map(end -> labels.name("call-end", end))
            .orElse(message.error()),
        String.valueOf(message.attempts()));
  }

  private static String tone(MessageState state) {
    return switch (state) {
      case WAITING -> "info";
      case SENT, DELIVERED -> "ok";
      case DEAD -> "danger";
      case UNSENDABLE -> "warn";
      case PASSED_ON, UNWANTED -> "plain";
    };
  }
}
