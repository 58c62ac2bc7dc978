package cn.wuye.hotline.backend.message.template;

import cn.wuye.hotline.backend.persistence.Coded;
import java.util.Locale;

/** What a message is written in. */
public enum Language implements Coded {
  CHINESE("zh", Locale.SIMPLIFIED_CHINESE),
  ENGLISH("en", Locale.ENGLISH);

  private final String code;
  private final Locale locale;

  Language(String code, Locale locale) {
    this.code = code;
    this.locale = locale;
  }

  @Override
  public String code() {
    return code;
  }

  /** The same for message bundles. */
  public Locale locale() {
    return locale;
  }
}
