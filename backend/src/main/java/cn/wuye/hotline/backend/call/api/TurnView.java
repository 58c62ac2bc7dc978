package cn.wuye.hotline.backend.call.api;

import cn.wuye.hotline.ivr.conversation.Turn;
import java.util.Locale;

/** One act of a call as the API shows it; times count from the moment it was answered. */
record TurnView(String who, String kind, String text, String key, long startMs, long endMs) {
  static TurnView of(Turn turn) {
    return new TurnView(
        code(turn.who()),
        code(turn.kind()),
        turn.text(),
        turn.key(),
        turn.from().toMillis(),
        turn.to().toMillis());
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
