package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.deadline.rule.RuleChoice.Considered;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Why a deadline rule was chosen or not, in a sentence. */
@Component
public class RuleReasons {
  private final Labels labels;

  RuleReasons(Labels labels) {
    this.labels = labels;
  }

  /** The sentence for a rule that was looked at. */
  public String of(Considered considered) {
    String decidedBy =
        considered.decidedBy() == null ? "" : labels.name("dimension", considered.decidedBy());
    return switch (considered.verdict()) {
      case WON -> labels.text("clocks.why.won", named(considered));
      case LESS_SPECIFIC -> labels.text("clocks.why.less-specific", decidedBy);
      case LATER_IN_ORDER -> labels.text("clocks.why.later-in-order", considered.order());
      case DOES_NOT_MATCH -> labels.text("clocks.why.does-not-match", decidedBy);
    };
  }

  private String named(Considered considered) {
    return considered.named().isEmpty()
        ? labels.text("clocks.why.any")
        : considered.named().stream()
            .map(dimension -> labels.name("dimension", dimension))
            .collect(Collectors.joining(labels.chinese() ? "、" : ", "));
  }
}
