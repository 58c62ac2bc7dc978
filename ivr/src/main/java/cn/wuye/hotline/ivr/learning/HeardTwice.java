package cn.wuye.hotline.ivr.learning;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An utterance that is heard as ever and by learned spellings at the same time. */
final class HeardTwice implements Recognition {
  private static final Recognized NOT_DECODED = new Recognized("", 0, false);

  /** By how many characters the usual text may be longer and still be of the spelling's sound. */
  private static final int SAME_SOUND = 2;

  /** Less is also heard in a Mandarin sentence of the same length. */
  private static final double ENOUGH_SURE = 0.6;

  /** As many at most as speakers of such dialects end at once. */
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "learned-spelling");
            thread.setDaemon(true);
            return thread;
          });

  private final Optional<Recognition> usual;
  private final Recognition alike;
  private final Map<String, String> meanings;
  private final boolean choice;
  private final Predicate<String> danger;
  private CompletableFuture<Recognized> ended = CompletableFuture.completedFuture(NOT_DECODED);

  /**
   * @param usual empty where nothing else can hear it
   * @param meanings to each spelling its phrase
   * @param choice whether the answer is one of some phrases, not free
   * @param danger whether a text tells of an emergency: such a text is never left out
   */
  HeardTwice(
      Optional<Recognition> usual,
      Recognition alike,
      Map<String, String> meanings,
      boolean choice,
      Predicate<String> danger) {
    this.usual = usual;
    this.alike = alike;
    this.meanings = Map.copyOf(meanings);
    this.choice = choice;
    this.danger = danger;
  }

  @Override
  public void accept(byte[] pcm) {
    usual.ifPresent(each -> each.accept(pcm));
    alike.accept(pcm);
  }

  /**
   * Both at once. Of what the usual one leaves of the budget the other has half, so that whoever
   * listens for emergencies has some, too.
   */
  @Override
  public Recognized finish(Duration budget) {
    long deadline = System.nanoTime() + budget.toNanos();
    ended =
        CompletableFuture.supplyAsync(() -> alike.finish(budget), THREADS)
            .exceptionally(failed -> NOT_DECODED);
    Recognized text = usual.map(each -> each.finish(budget)).orElse(NOT_DECODED);
    long left = Math.max(0, deadline - System.nanoTime());
    Recognized spelling =
        ended
            .copy()
            .completeOnTimeout(
                NOT_DECODED, usual.isPresent() ? left / 2 : left, TimeUnit.NANOSECONDS)
            .join();
    String phrase = meanings.getOrDefault(spelling.text(), "");
    return phrase.isEmpty() || !spelling.inTime() ? text : both(text, spelling, phrase);
  }

  private Recognized both(Recognized text, Recognized spelling, String phrase) {
    if (choice) {
      return text.confidence() > spelling.confidence()
          ? text
          : new Recognized(phrase, spelling.confidence(), true);
    }
    boolean doubtful = spelling.confidence() < ENOUGH_SURE;
    if (text.text().contains(phrase)
        || (doubtful && (!text.inTime() || spelling.confidence() < text.confidence()))) {
      return text;
    }
    // A model of another language freely writes something of any sound, and is often sure of it:
    // that says more only where it is more.
    boolean more =
        text.text().length() > spelling.text().length() + SAME_SOUND || danger.test(text.text());
    String said = more ? phrase + "，" + text.text() : phrase;
    return new Recognized(said, spelling.confidence(), true);
  }

  @Override
  public boolean byStandIn() {
    return usual.filter(Recognition::byStandIn).isPresent();
  }

  /** What is still being finished is closed when it is done: one thread at a time. */
  @Override
  public void close() {
    try {
      usual.ifPresent(Recognition::close);
    } finally {
      ended.whenComplete((spelling, failure) -> alike.close());
    }
  }
}
