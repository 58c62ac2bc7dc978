package cn.wuye.hotline.ivr.audio;

/**
 * Makes stretches of speech out of single frames: a click is none, a pause between two words does
 * not end one. Time is the clock's: frames that do not come count as silence.
 */
final class VoiceMeter {
  /** Frames of speech that are a voice and not a click. */
  private static final int VOICE = 3;

  /** More is not counted, so that a long sentence does not outlast itself. */
  private static final int MOST = 12;

  /** After so much silence what follows is something new. */
  private static final long FORGET_MILLIS = 300;

  private int score;
  private long from;
  private long heardAt = Long.MIN_VALUE / 2;
  private long voiceAt = Long.MIN_VALUE / 2;

  /** Takes one more frame that came at {@code now}. */
  void frame(long now, boolean speech) {
    forgetAfterSilence(now);
    if (!speech) {
      score = Math.max(0, score - 1);
      return;
    }
    if (score == 0) {
      from = now;
    }
    score = Math.min(MOST, score + 1);
    heardAt = now;
    if (score >= VOICE) {
      voiceAt = now;
    }
  }

  /** Lets time pass. */
  void forgetAfterSilence(long now) {
    if (now - heardAt > FORGET_MILLIS) {
      score = 0;
    }
  }

  /** Starts anew, as if nothing had been heard. */
  void reset() {
    score = 0;
  }

  /** How many frames of speech, less those of silence, have come in this stretch. */
  int score() {
    return score;
  }

  /** When this stretch began. */
  long from() {
    return from;
  }

  /** When a voice was last heard. */
  long voiceAt() {
    return voiceAt;
  }

  /** Whether a voice was heard within the last moments. */
  boolean voiceWithin(long now, long millis) {
    return now - voiceAt <= millis;
  }
}
