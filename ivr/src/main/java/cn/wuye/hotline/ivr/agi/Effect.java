package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audio.TurnEnd;

/** What the sound of a call tells the dialog's thread while it waits in a turn. */
sealed interface Effect {
  /** The caller speaks. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, compared by nobody
  record Speech(byte[] frame) implements Effect {}

  /** What was spoken so far does not count. */
  record Discard() implements Effect {}

  /** The turn is over. */
  record Over(TurnEnd end) implements Effect {}
}
