package cn.wuye.hotline.ivr.speech.grammar;

import cn.wuye.hotline.ivr.data.LimitedMap;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Grammars already made, the latest used ones of them; spelling a long list takes milliseconds. */
public final class KnownGrammars {
  private static final Logger LOG = LoggerFactory.getLogger(KnownGrammars.class);
  private static final int MOST = 200;

  private final Grammars grammars;
  private final Map<Vocabulary, Optional<Grammar>> known = LimitedMap.byUse(MOST);

  public KnownGrammars(Grammars grammars) {
    this.grammars = grammars;
  }

  /** Whether the model's language is Chinese, so that it can hear more than choices. */
  public boolean hearsAnything() {
    return grammars.language() == Grammars.Language.CHINESE;
  }

  /** Empty when the model cannot serve the vocabulary. */
  public Optional<Grammar> of(Vocabulary vocabulary) {
    synchronized (known) {
      return known.computeIfAbsent(vocabulary, this::make);
    }
  }

  /**
   * The phrases of a vocabulary that the model has no words for. Nothing is kept, and no call waits
   * for it: lists that are only looked at may be long.
   */
  public List<String> unspellable(Vocabulary vocabulary) {
    return looked(vocabulary)
        .map(Grammar::unspellable)
        .orElseGet(
            () -> {
              if (vocabulary instanceof Vocabulary.Spotting all) {
                return all.phrases();
              }
              return vocabulary instanceof Vocabulary.Phrases all ? all.phrases() : List.of();
            });
  }

  private Optional<Grammar> looked(Vocabulary vocabulary) {
    Optional<Grammar> there;
    synchronized (known) {
      there = known.getOrDefault(vocabulary, Optional.empty());
    }
    return there.isPresent() ? there : grammar(vocabulary);
  }

  private Optional<Grammar> make(Vocabulary vocabulary) {
    Optional<Grammar> made = grammar(vocabulary);
    made.filter(grammar -> !grammar.unspellable().isEmpty())
        .ifPresent(
            grammar ->
                LOG.warn(
                    "the model has no words for {}; these are never recognised, keys still work",
                    grammar.unspellable()));
    return made;
  }

  private Optional<Grammar> grammar(Vocabulary vocabulary) {
    if (vocabulary instanceof Vocabulary.Phrases phrases) {
      return grammars.choice(phrases);
    } else if (vocabulary instanceof Vocabulary.Alike alike) {
      return hearsAnything()
          ? grammars.choice(new Vocabulary.Phrases(alike.spellings()))
          : Optional.empty();
    } else if (vocabulary instanceof Vocabulary.Spotting spotting) {
      return grammars.spotting(spotting);
    }
    return hearsAnything() ? Optional.of(new FreeText()) : Optional.empty();
  }
}
