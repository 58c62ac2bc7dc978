package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.prompt.Prompt;
import java.util.Optional;

/** What happens next to a caller who waits for a person. */
public sealed interface QueueMove {
  /** She waits, or a phone is rung for her. */
  record Do(QueueAct act) implements QueueMove {}

  /**
   * She is asked what she wants.
   *
   * @param waiting whether going on to wait is offered: not where nobody would come
   * @param callBack whether being called back is offered
   * @param why what she is told first
   * @param announcement what somebody has typed or recorded for callers of this hour; empty for
   *     nothing
   */
  record Choice(boolean waiting, boolean callBack, Why why, Optional<Prompt.Piece> announcement)
      implements QueueMove {}

  /** She has waited as long as anybody may: what she says is recorded. */
  record Enough() implements QueueMove {}

  /** Why she is asked. */
  enum Why {
    /** She has waited for a while, or pressed a key. */
    TIME,
    /** Very many call. */
    STORM,
    /** Nobody is there who could answer. */
    NOBODY,
    /** It is not the hour in which somebody answers. */
    CLOSED
  }
}
