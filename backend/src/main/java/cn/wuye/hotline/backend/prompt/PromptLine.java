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

  /** What is to be said: in the dialect of the set where its words are known. */
  public String text() {
    return line.words();
  }

  /** What it is in Mandarin, where a dialect says it in other words; else empty. */
  public String standard() {
    return line.inDialect() ? line.piece().text() : "";
  }
}
