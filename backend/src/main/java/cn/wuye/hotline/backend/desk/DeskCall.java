package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.router.callback.CallBackCalls;
import java.time.Instant;
import java.util.Optional;

/**
 * An agent's part in a call.
 *
 * @param user her id
 * @param extension the phone that rang
 * @param other whom she asked to join, as shown; empty for nobody
 * @param otherChannel the channel of that; empty for none
 * @param muted whether nobody hears her
 * @param recordingPaused whether the recordings hold silence now, as she wished
 */
public record DeskCall(
    CallId call,
    long user,
    String extension,
    String node,
    Instant rungAt,
    Optional<Instant> answeredAt,
    Optional<Instant> endedAt,
    Stage stage,
    String other,
    String otherChannel,
    boolean muted,
    boolean recordingPaused) {
  /** As Asterisk rings it. */
  public String device() {
    return "PJSIP/" + extension;
  }

  /**
   * Whether she is called back. Asterisk's half that rings her would leave her alone if it were
   * sent elsewhere, so she can neither wait nor be handed on.
   */
  public boolean callBack() {
    return CallBackCalls.isCallBack(call.value());
  }

  /**
   * Why the caller can neither wait nor be handed on: in an emergency the machine still follows her
   * room. Empty where she can.
   */
  public Optional<DeskOutcome> bound() {
    if (stage == Stage.JOINED) {
      return Optional.of(DeskOutcome.IN_EMERGENCY);
    }
    return callBack() ? Optional.of(DeskOutcome.IN_CALL_BACK) : Optional.empty();
  }
}
