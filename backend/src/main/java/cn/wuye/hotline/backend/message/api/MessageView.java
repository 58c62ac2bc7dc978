package cn.wuye.hotline.backend.message.api;

import cn.wuye.hotline.backend.message.outbox.MessageState;
import cn.wuye.hotline.backend.message.outbox.OutboxMessage;
import cn.wuye.hotline.backend.message.outbox.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message; the address is masked. */
record MessageView(
    String id,
    String event,
    String addresseeKind,
    String addressee,
    @Nullable String ticket,
    boolean emergency,
    MessageState state,
    @Nullable Reason reason,
    int attempts,
    String medium,
    String address,
    String subject,
    String body,
    String error,
    String delivery,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant nextAttemptAt) {
  static MessageView of(OutboxMessage message) {
    return new MessageView(
        String.valueOf(message.id()),
        message.event(),
        message.addresseeKind(),
        message.addressee(),
        message.ticket(),
        message.emergency(),
        message.state(),
        message.reason(),
        message.attempts(),
        message.medium(),
        message.address(),
        message.subject(),
        message.body(),
        message.error(),
        message.delivery(),
        message.createdAt(),
        message.changedAt(),
        message.nextAttemptAt());
  }
}
