package cn.wuye.hotline.ivr.agi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Watches what recognisers understand during one turn for emergency words; thread-safe. */
final class Spotting {
  private final EmergencySpotter words;
  private final Runnable onFirst;
  private @Nullable String word;

  /**
   * @param onFirst run once, when the first word was spotted, on the thread that found it
   */
  Spotting(EmergencySpotter words, Runnable onFirst) {
    this.words = words;
    this.onFirst = onFirst;
  }

  /** Looks at a partial or final result. */
  synchronized void look(String text) {
    if (text.isEmpty() || word != null) {
      return;
    }
    words
        .spotted()
        .apply(text)
        .ifPresent(
            found -> {
              word = found;
              onFirst.run();
            });
  }

  /** The word that was spotted, if any. */
  synchronized Optional<String> word() {
    return Optional.ofNullable(word);
  }
}
