package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.ivr.conversation.Turn;
import org.springframework.stereotype.Component;

/** Puts the acts of a call into words. */
@Component
public class TurnViews {
  private final Labels labels;

  TurnViews(Labels labels) {
    this.labels = labels;
  }

  /** One act. */
  public TurnView of(Turn turn) {
    boolean hotline = turn.who() == Turn.Who.HOTLINE;
    String style =
        switch (turn.kind()) {
          case SAID, WORDS, KEYS -> hotline ? "hotline" : "caller";
          case SILENCE, EMERGENCY_WORD, CONNECTED, HUNG_UP -> "event";
        };
    return new TurnView(
        style,
        labels.text(hotline ? "turn.hotline" : "turn.caller"),
        text(turn),
        labels.length(turn.from()),
        null);
  }

  private String text(Turn turn) {
    return switch (turn.kind()) {
      case SAID, WORDS -> turn.text();
      case KEYS -> labels.text("turn.keys", turn.text());
      case SILENCE -> labels.text("turn.silence");
      case EMERGENCY_WORD -> labels.text("turn.emergency", turn.text());
      case CONNECTED -> labels.text("turn.connected", turn.text());
      case HUNG_UP -> labels.text("turn.hung-up");
    };
  }
}
