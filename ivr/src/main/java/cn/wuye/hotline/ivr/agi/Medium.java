package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A way to talk and listen: by AudioSocket, or by the plain commands of AGI. */
interface Medium {
  /**
   * One turn, reported to the call log.
   *
   * @return empty when this way of talking has ended while the caller is still there and has not
   *     answered: the turn is to be held again in another way
   */
  Optional<Heard> turn(Prompt prompt, Listening listening);

  /** Begins to say something nobody answers; may return before it was heard. */
  void say(Prompt prompt);

  /**
   * Lets time pass until the future is done, at most so long; the caller hears what is being said,
   * or silence. May return early.
   */
  void pass(CompletableFuture<?> until, Duration atMost);

  /** Whether this way of talking is still there. */
  boolean usable();

  /** Ends this way of talking; the caller stays. AGI is free for other commands afterwards. */
  void end();
}
