package cn.wuye.hotline.backend.prompt;

import cn.wuye.hotline.backend.persistence.Coded;
import java.util.Locale;

/** Who says a prompt in a voice set. */
public enum PromptState implements Coded {
  /** The set's own recording. */
  RECORDED,
  /** There is a recording, but of other words than the prompt has now: it is not played. */
  TEXT_CHANGED,
  /** The default set's recording stands in. */
  DEFAULT_SET,
  /** The synthesiser. */
  SYNTHESISED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
