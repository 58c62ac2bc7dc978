package cn.wuye.hotline.ivr.conversation;

import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger.Beside;
import cn.wuye.hotline.ivr.port.QueueAct;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One phone call as a dialog uses it. Two adapters exist, the telephone and the scripted caller of
 * the tests; one contract test runs against both. A conversation belongs to one thread; every act
 * may throw {@link HangUp}.
 *
 * <p>Every act is reported as a {@link Turn} to the {@link cn.wuye.hotline.ivr.port.CallLog} the
 * adapter was given, before the act returns.
 */
public interface Conversation {

  /** The call this conversation is about. */
  Call call();

  /**
   * Plays the prompt and listens, both from the first moment on. Speech (after a guard of about 150
   * ms against coughs) and keys cut the prompt short where {@code listening} allows it; the
   * beginning of the words is never lost. Emergency words end the turn at once.
   *
   * @return what came back; never null
   * @throws HangUp when the caller has hung up; what was said until then has been reported as a
   *     turn, and is carried by the exception, so that half a sentence still becomes a ticket
   */
  Heard turn(Prompt prompt, Listening listening);

  /**
   * Rings the lines one after the other until one answers, and lets the caller talk with whoever
   * did; returns when that talk has ended or nobody answered. The caller hears {@code waiting} at
   * once and again about every 10 s while it rings.
   *
   * @param each how long one line may ring before the next is tried
   * @param whisper what the person who answers is told before the caller is joined
   * @param beside somebody who is being looked for meanwhile: if she answers sooner, it is her whom
   *     the caller talks with. Given up on return
   * @return the line that answered, or empty when none did
   * @throws HangUp when the caller hung up before or during the talk
   */
  Optional<PhoneLine> connect(
      List<PhoneLine> lines,
      Duration each,
      Prompt waiting,
      Prompt whisper,
      Optional<Beside> beside);

  /** The same with nobody beside. */
  default Optional<PhoneLine> connect(
      List<PhoneLine> lines, Duration each, Prompt waiting, Prompt whisper) {
    return connect(lines, each, waiting, whisper, Optional.empty());
  }

  /**
   * Lets the caller wait in one of Asterisk's queues, or rings one agent for her; returns when they
   * have talked or the time is over. She hears the ringing tone.
   *
   * @throws HangUp when the caller hung up before or during the talk
   */
  Waited await(QueueAct act);

  /**
   * From now on prompts are said in a dialect, where they are recorded in it.
   *
   * @param dialect its code, of {@link cn.wuye.hotline.ivr.dialect.Dialects}
   */
  default void speak(String dialect) {}

  /** Ends the call from our side. Does nothing when it has already ended. */
  void hangUp();
}
