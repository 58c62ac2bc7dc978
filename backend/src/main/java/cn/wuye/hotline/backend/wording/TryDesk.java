package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.audio.BrokenWav;
import cn.wuye.hotline.ivr.audio.WavFile;
import cn.wuye.hotline.ivr.dialog.TryOut;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.Transcriber;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;

/** Tries sentences on versions: what would the hotline understand and do? */
public class TryDesk {
  /** As long as a sentence may be. */
  public static final int LONGEST_TEXT = 200;

  /** Half a minute of telephone sound and its header. */
  public static final int LARGEST_SOUND = 30 * 8000 * 2 + 4096;

  private final WordingDesk desk;
  private final Directory directory;
  private final Clock clock;
  private final SpeechRecognizer recognizer;

  TryDesk(WordingDesk desk, Directory directory, Clock clock, SpeechRecognizer recognizer) {
    this.desk = desk;
    this.directory = directory;
    this.clock = clock;
    this.recognizer = recognizer;
  }

  /**
   * What came of it, as the user may see it.
   *
   * @param ringsHidden whether phones would ring that belong to an estate which is not the user's:
   *     the outcome has none of them then
   */
  public record Tried(TryOut.Outcome outcome, boolean ringsHidden) {}

  /**
   * One sentence, or one key, said to the greeting of a version.
   *
   * @throws IllegalArgumentException when there is no such version
   */
  public Tried text(long version, String text, SignedInUser by) {
    mayTry(by);
    ScopedDirectory seen = new ScopedDirectory(directory, by.scope());
    TryOut.Outcome outcome = new TryOut(seen, clock).of(desk.wording(version), text);
    return shown(outcome, seen);
  }

  static Tried shown(TryOut.Outcome outcome, ScopedDirectory seen) {
    boolean hidden = seen.foreign() && !outcome.rings().isEmpty();
    return new Tried(hidden ? outcome.withoutRings() : outcome, hidden);
  }

  /** Whether there is a model that can hear; else why not. */
  public SpeechRecognizer.Status hearing() {
    return recognizer.status();
  }

  /**
   * What the hotline's own recogniser hears.
   *
   * @param wav 8 kHz, 16 bit, mono
   * @return empty when there is no model, or it has too much to do
   * @throws BrokenWav when the sound is of another kind; the message says which
   */
  public Optional<Recognized> listen(byte[] wav, SignedInUser by) throws BrokenWav {
    mayTry(by);
    return new Transcriber(recognizer).transcribe(WavFile.parse(wav));
  }

  private static void mayTry(SignedInUser by) {
    if (!by.triesWording()) {
      throw new AccessDeniedException("tries no wording");
    }
  }
}
