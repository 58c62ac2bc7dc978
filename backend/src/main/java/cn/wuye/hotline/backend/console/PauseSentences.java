package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.deadline.pause.PauseResult;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Why clocks cannot be paused, or cannot go on, in words. */
@Component
class PauseSentences {
  private final Labels labels;

  PauseSentences(Labels labels) {
    this.labels = labels;
  }

  /** They may not stand still for the reason that was given. */
  String of(PauseResult.Refused refused) {
    return refused.allowed().isEmpty()
        ? labels.text("clocks.refused.none")
        : labels.text(
            "clocks.refused",
            labels.name("pause-reason", refused.reason()),
            refused.allowed().stream()
                .map(each -> labels.name("pause-reason", each))
                .collect(Collectors.joining(labels.chinese() ? "、" : ", ")));
  }

  /** The rules cannot be read. */
  String unreadable() {
    return labels.text("clocks.unreadable");
  }
}
