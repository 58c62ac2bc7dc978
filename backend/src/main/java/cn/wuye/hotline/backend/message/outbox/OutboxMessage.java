package cn.wuye.hotline.backend.message.outbox;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as people see it.
 *
 * @param addresseeKind {@code staff, on-duty, reporter, caller, third-party}
 * @param addressee login, ticket number, call id or code
 * @param ticket number; null when it is about none or several
 * @param reason why it is in its state; null when there is nothing to say
 * @param medium code of the medium; empty string before the first attempt
 * @param address masked; empty string before the first attempt
 * @param body as last sent; empty string before the first attempt
 * @param error what the provider said last
 * @param delivery the last that the provider told of it
 * @param asideAt when somebody looked after it another way, of what was not sent; null: nobody has
 * @param asideBy that one's login
 * @param asideNote what was done instead
 * @param nextAttemptAt null when there is none
 */
public record OutboxMessage(
    @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
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
    @Nullable Instant asideAt,
    String asideBy,
    String asideNote,
    @Nullable Instant nextAttemptAt) {

  /** Whether it was not sent and waits for somebody. */
  public boolean trouble() {
    return state.resendable() && asideAt == null;
  }
}
