package cn.wuye.hotline.backend.survey.voice;

import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.Turn.Kind;
import cn.wuye.hotline.ivr.conversation.Turn.Who;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which words of a call its caller may be played. */
final class FirstWords {
  /**
   * So many figures in a row, spoken or written, may be a telephone number, a card's or an id's.
   */
  private static final Pattern NUMBER =
      Pattern.compile("(?:[0-9０-９零〇一二两三四五六七八九幺](?:[\\s，,、.-])*){7}");

  /** What was hidden of a number. */
  private static final Pattern MASKED = Pattern.compile("\\*\\*|＊＊");

  private static final Pattern ONLY_A_GREETING =
      Pattern.compile("(?:喂|你好|您好|哎|诶|欸|嗯|啊|呃|请问|那个|[\\s\\p{IsPunctuation}])*");

  private FirstWords() {}

  /**
   * The first thing that she said of her matter. None where a person was joined before, where there
   * was an alarm, where nobody has understood it, so that anything may be in it, where it is no
   * part of the ticket, or no more, since somebody has struck it out, and where it has a number in
   * it.
   *
   * @param text of the ticket that the call has become
   */
  static Optional<Turn> of(List<Turn> turns, String text) {
    if (turns.stream().anyMatch(turn -> turn.kind() == Kind.EMERGENCY_WORD)) {
      return Optional.empty();
    }
    for (Turn turn : turns) {
      if (turn.kind() == Kind.CONNECTED) {
        return Optional.empty();
      }
      boolean words = turn.who() == Who.CALLER && turn.kind() == Kind.WORDS;
      if (words && (turn.text().isBlank() || !ONLY_A_GREETING.matcher(turn.text()).matches())) {
        return Optional.of(turn).filter(said -> playable(said.text(), text));
      }
    }
    return Optional.empty();
  }

  private static boolean playable(String said, String text) {
    return !said.isBlank()
        && text.contains(said)
        && !NUMBER.matcher(said).find()
        && !MASKED.matcher(said).find();
  }
}
