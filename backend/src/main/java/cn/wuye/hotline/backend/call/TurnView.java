package cn.wuye.hotline.backend.call;

import cn.wuye.hotline.ivr.conversation.Turn;

/** One act of a call as the API shows it; times count from the moment it was answered. */
record TurnView(String who, String kind, String text, String key, long startMs, long endMs) {
  static TurnView of(Turn turn) {
    return new TurnView(
        CallTurns.code(turn.who()),
        CallTurns.code(turn.kind()),
        turn.text(),
        turn.key(),
        turn.from().toMillis(),
        turn.to().toMillis());
  }
}
