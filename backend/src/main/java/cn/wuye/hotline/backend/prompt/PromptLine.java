package cn.wuye.hotline.backend.prompt;

import cn.wuye.hotline.ivr.prompt.RecordSheet;
import java.util.Optional;

/**
 * A prompt in a voice set.
 *
 * @param recording what the set has of it, also when its words have changed
 */
public record PromptLine(
    RecordSheet.Line line, PromptState state, Optional<PromptRecording> recording) {
  public String key() {
    return line.key();
  }

  public String text() {
    return line.piece().text();
  }
}
