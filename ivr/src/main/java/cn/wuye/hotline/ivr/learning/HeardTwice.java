package cn.wuye.hotline.ivr.learning;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** An utterance that is heard as ever and by learned spellings at the same time. */
final class HeardTwice implements Recognition {
  private static final Recognized NOT_DECODED = new Recognized("", 0, false);

  /** By how many characters the usual text may be longer and still be of the spelling's sound. */
  private static final int SAME_SOUND = 2;

  /** Less is also heard in a Mandarin sentence of the same length. */
  private static final double ENOUGH_SURE = 0.6;

  private final Optional<Recognition> usual;
  private final Recognition alike;
  private final Map<String, String> meanings;
  private final boolean choice;

  /**
   * @param usual empty where nothing else can hear it
   * @param meanings to each spelling its phrase
   * @param choice whether the answer is one of some phrases, not free
   */
  HeardTwice(
      Optional<Recognition> usual,
      Recognition alike,
      Map<String, String> meanings,
      boolean choice) {
    this.usual = usual;
    this.alike = alike;
    this.meanings = Map.copyOf(meanings);
    this.choice = choice;
  }

  @Override
  public void accept(byte[] pcm) {
    usual.ifPresent(each -> each.accept(pcm));
    alike.accept(pcm);
  }

  /** Both have decoded meanwhile: when one has ended, so has the other, nearly. */
  @Override
  public Recognized finish(Duration budget) {
    long deadline = System.nanoTime() + budget.toNanos();
    Recognized text = usual.map(each -> each.finish(budget)).orElse(NOT_DECODED);
    Recognized spelling = alike.finish(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    String phrase = meanings.getOrDefault(spelling.text(), "");
    return phrase.isEmpty() || !spelling.inTime() ? text : both(text, spelling, phrase);
  }

  private Recognized both(Recognized text, Recognized spelling, String phrase) {
    if (choice) {
      return text.confidence() > spelling.confidence()
          ? text
          : new Recognized(phrase, spelling.confidence(), true);
    }
    if (spelling.confidence() < ENOUGH_SURE && spelling.confidence() < text.confidence()) {
      return text;
    }
    // A model of another language freely writes something of any sound, and is often sure of it:
    // that says more only where it is more.
    boolean more = text.text().length() > spelling.text().length() + SAME_SOUND;
    String said = more ? phrase + "，" + text.text() : phrase;
    return new Recognized(said, spelling.confidence(), true);
  }

  @Override
  public boolean byStandIn() {
    return usual.filter(Recognition::byStandIn).isPresent();
  }

  @Override
  public void close() {
    usual.ifPresent(Recognition::close);
    alike.close();
  }
}
