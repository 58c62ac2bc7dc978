package cn.wuye.hotline.ivr.conversation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The caller is gone. Thrown by every act of a {@link Conversation}, caught in one place; carries
 * no stack trace.
 */
public final class HangUp extends RuntimeException {
  private final transient @Nullable Heard heard;

  /** The caller hung up while saying nothing. */
  public HangUp(String how) {
    this(how, null);
  }

  /**
   * The caller hung up in the middle of a turn.
   *
   * @param heard what she had said or keyed in that turn until then, decoded or not; null for
   *     nothing
   */
  public HangUp(String how, @Nullable Heard heard) {
    super(how, null, false, false);
    this.heard = heard;
  }

  /** What the caller had said or keyed in the turn in which she hung up; never a silence. */
  public Optional<Heard> heard() {
    return Optional.ofNullable(heard);
  }
}
