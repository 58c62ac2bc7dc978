package cn.wuye.hotline.ivr.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How one turn listens.
 *
 * @param phrases when not empty the answer is a choice: the recogniser is given these phrases as
 *     its grammar; when empty recognition is free
 * @param maxDigits the turn ends at once after so many keys, 0 when keys are ignored; {@code #}
 *     ends it earlier, and {@code *}, which is never part of a number
 * @param noInput how long silence may last after the prompt has ended, before the turn is {@link
 *     Heard.Silence}
 * @param trailingSilence how long the caller must be silent for her words to be over (old callers
 *     pause)
 * @param interDigit how long to wait for the next key
 * @param longest the turn ends after so much speech, whatever happens
 * @param bargeIn whether speech and keys cut the prompt short
 * @param dialects whether engines of other dialects hear the answer, too, where there are some, so
 *     as to tell which of them she speaks; costs up to the budget for decoding
 */
public record Listening(
    List<String> phrases,
    int maxDigits,
    Duration noInput,
    Duration trailingSilence,
    Duration interDigit,
    Duration longest,
    boolean bargeIn,
    boolean dialects) {

  public static final Duration DEFAULT_TRAILING_SILENCE = Duration.ofMillis(1200);

  public Listening {
    phrases = List.copyOf(phrases);
  }

  /** One that only her own engine hears. */
  public Listening(
      List<String> phrases,
      int maxDigits,
      Duration noInput,
      Duration trailingSilence,
      Duration interDigit,
      Duration longest,
      boolean bargeIn) {
    this(phrases, maxDigits, noInput, trailingSilence, interDigit, longest, bargeIn, false);
  }

  /** An open question: free speech up to 60 s, or one key. */
  public static Listening open() {
    return new Listening(
        List.of(),
        1,
        Duration.ofSeconds(6),
        DEFAULT_TRAILING_SILENCE,
        Duration.ofSeconds(3),
        Duration.ofSeconds(60),
        true);
  }

  /** A choice among phrases, or up to {@code maxDigits} keys. */
  public static Listening choice(List<String> phrases, int maxDigits) {
    return new Listening(
        phrases,
        maxDigits,
        Duration.ofSeconds(5),
        DEFAULT_TRAILING_SILENCE,
        Duration.ofSeconds(3),
        Duration.ofSeconds(15),
        true);
  }

  /**
   * A message left like on an answering machine: up to two minutes, ended by 3 s of silence or
   * {@code #}.
   */
  public static Listening message() {
    return new Listening(
        List.of(),
        1,
        Duration.ofSeconds(8),
        Duration.ofSeconds(3),
        Duration.ofSeconds(3),
        Duration.ofMinutes(2),
        true);
  }

  /**
   * While something is only said: keys and emergency words still act, and nothing is waited for
   * after the prompt.
   */
  public static Listening whileSaying() {
    return new Listening(
        List.of(),
        1,
        Duration.ZERO,
        DEFAULT_TRAILING_SILENCE,
        Duration.ofSeconds(3),
        Duration.ofSeconds(60),
        true);
  }

  /** While something is said that must be heard to its end. */
  public static Listening uninterrupted() {
    return whileSaying().withBargeIn(false);
  }

  /** The same, with more phrases in its grammar. */
  public Listening withPhrases(List<String> more) {
    List<String> all = new ArrayList<>(phrases);
    all.addAll(more);
    return new Listening(
        all.stream().distinct().toList(),
        maxDigits,
        noInput,
        trailingSilence,
        interDigit,
        longest,
        bargeIn,
        dialects);
  }

  /** The same for another number of keys. */
  public Listening withMaxDigits(int digits) {
    return new Listening(
        phrases, digits, noInput, trailingSilence, interDigit, longest, bargeIn, dialects);
  }

  /** The same with another patience for silence after the prompt. */
  public Listening withNoInput(Duration silence) {
    return new Listening(
        phrases, maxDigits, silence, trailingSilence, interDigit, longest, bargeIn, dialects);
  }

  /** The same with another limit for one answer. */
  public Listening withLongest(Duration limit) {
    return new Listening(
        phrases, maxDigits, noInput, trailingSilence, interDigit, limit, bargeIn, dialects);
  }

  /** The same, heard by engines of other dialects, too. */
  public Listening comparingDialects() {
    return new Listening(
        phrases, maxDigits, noInput, trailingSilence, interDigit, longest, bargeIn, true);
  }

  private Listening withBargeIn(boolean allowed) {
    return new Listening(
        phrases, maxDigits, noInput, trailingSilence, interDigit, longest, allowed, dialects);
  }
}
