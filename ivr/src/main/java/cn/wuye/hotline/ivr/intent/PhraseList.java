package cn.wuye.hotline.ivr.intent;

import java.util.List;

/** Phrases that mean the same. */
final class PhraseList {
  private final List<String> texts;
  private final List<Phrase> phrases;

  PhraseList(List<String> texts) {
    this.texts = texts;
    this.phrases = texts.stream().map(text -> Phrase.of(text, Tolerance.SOUNDS)).toList();
  }

  List<String> texts() {
    return texts;
  }

  /** How well the best of them fits anywhere in the utterance; 0 when none does. */
  double in(Utterance utterance) {
    return phrases.stream()
        .flatMap(phrase -> phrase.findAll(utterance).stream())
        .mapToDouble(Match::quality)
        .max()
        .orElse(0);
  }

  /** How many sounds of the utterance's beginning the longest of them takes; 0 when none does. */
  int atStartOf(Utterance utterance) {
    return phrases.stream()
        .flatMap(phrase -> phrase.findAll(utterance).stream())
        .filter(match -> match.from() == 0)
        .mapToInt(Match::to)
        .max()
        .orElse(0);
  }
}
