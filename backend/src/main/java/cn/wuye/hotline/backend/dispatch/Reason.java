package cn.wuye.hotline.backend.dispatch;

import cn.wuye.hotline.backend.persistence.Coded;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why somebody gets a job; kept as a code with its arguments, so that it can be read in another
 * language later.
 *
 * @param arguments what the job and the department are called, then what the sentence needs
 */
public record Reason(Code code, List<String> arguments) {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  public Reason {
    arguments = List.copyOf(arguments);
  }

  /** What decided. */
  public enum Code implements Coded {
    LOWEST_LOAD("lowest-load"),
    NEAREST("nearest"),
    NOBODY_ON_SHIFT("nobody-on-shift"),
    NOBODY_WITH_SKILL("nobody-with-skill"),
    ALL_FULL("all-full"),
    NO_ROW("no-row");

    private final String code;

    Code(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** As a sentence; Chinese unless the locale is English. */
  public String sentence(Locale locale) {
    ResourceBundle bundle = ResourceBundle.getBundle("i18n.dispatch", locale, NO_FALLBACK);
    return new MessageFormat(bundle.getString("reason." + code.code()), locale)
        .format(arguments.toArray());
  }
}
