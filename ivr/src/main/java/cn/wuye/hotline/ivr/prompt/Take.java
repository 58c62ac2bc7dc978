package cn.wuye.hotline.ivr.prompt;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A recording of a prompt made fit for the telephone (trimmed, levelled, 8 kHz, mono, 16 bit), and
 * what was wrong with it before.
 *
 * @param wav the sound to be kept
 * @param length of that sound
 * @param faults empty when it can be used
 */
public record Take(byte[] wav, Duration length, List<Fault> faults) {
  /** No prompt is longer, in seconds; the sound is below 1 MB then. */
  public static final int LONGEST_SECONDS = 60;

  /** Nothing that is told in words of one's own is shorter, in seconds. */
  public static final int SHORTEST_SECONDS = 2;

  /**
   * Examines a recording.
   *
   * @param wav PCM of any rate and number of channels
   * @param text the words that it should hold
   * @throws IOException when it is no such WAV; the message says what it is instead
   */
  public static Take of(byte[] wav, String text) throws IOException {
    Sound raw = WavSound.read(wav);
    return mastered(wav, raw, TakeCheck.faults(raw, text), new SpokenText(text));
  }

  /**
   * Examines a recording in words of the speaker's own, {@value #SHORTEST_SECONDS} to {@value
   * #LONGEST_SECONDS} s of speech.
   *
   * @param wav PCM of any rate and number of channels
   * @throws IOException when it is no such WAV; the message says what it is instead
   */
  public static Take ofOwnWords(byte[] wav) throws IOException {
    Sound raw = WavSound.read(wav);
    List<Fault> faults = TakeCheck.faults(raw);
    // Half an hour chosen by mistake is not worked on: its sound would fill the memory.
    return faults.contains(Fault.TOO_LONG)
        ? new Take(wav, Duration.ZERO, faults)
        : mastered(wav, raw, faults, new SpokenText("。"));
  }

  private static Take mastered(byte[] wav, Sound raw, List<Fault> faults, SpokenText words) {
    if (faults.contains(Fault.SILENT)) {
      return new Take(wav, Duration.ZERO, faults);
    }
    Sound fit = Mastering.master(TakeCheck.speech(raw), words.lead(), words.tail());
    byte[] pcm = fit.pcm();
    return new Take(
        WavSound.write(pcm), Duration.ofMillis(1000L * pcm.length / 2 / Sound.TELEPHONE), faults);
  }

  /** Whether words are there that can be recorded at all; a pause has none. */
  public static boolean canBeRecorded(String text) {
    return !new SpokenText(text).silent();
  }
}
