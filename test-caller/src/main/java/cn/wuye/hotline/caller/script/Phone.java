package cn.wuye.hotline.caller.script;

import java.time.Duration;

/** A telephone that the script answers, or does not. */
public sealed interface Phone {

  /**
   * Somebody answers.
   *
   * @param answersAfter how long it rings
   * @param says what the person says once connected; empty for silence
   */
  record Answers(Duration answersAfter, String says) implements Phone {}

  /**
   * Nobody does.
   *
   * @param how {@code busy}, {@code no-answer}, {@code rejected} or {@code unknown} (there is no
   *     such number), as the dialplan knows it
   */
  record Refuses(String how) implements Phone {}
}
