package cn.wuye.hotline.ivr.correction;

import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import java.util.List;

/**
 * What was heard in place of a phrase of the lexicon.
 *
 * @param heard in simplified characters and standard words, as texts are read
 * @param phrase what was said
 * @param shownBy the corrections that show it, of each call the first
 */
public record MisheardForm(String heard, LexiconPhrase phrase, List<CorrectedText> shownBy) {
  public MisheardForm {
    shownBy = List.copyOf(shownBy);
  }

  /** In how many calls. */
  public int calls() {
    return shownBy.size();
  }

  /** The own phrase by which it is understood like what was said: exactly as it was written. */
  public LexiconPhrase asPhrase() {
    return new LexiconPhrase(
        "=" + heard,
        List.of(),
        phrase.category(),
        phrase.subcategory(),
        phrase.weight(),
        phrase.kind(),
        phrase.urgency());
  }
}
