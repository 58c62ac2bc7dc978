package cn.wuye.hotline.backend.dispatch;

import cn.wuye.hotline.backend.persistence.Coded;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

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
    LOWEST_LOAD("lowest-load", 1),
    NEAREST("nearest", 1),
    NOBODY_ON_SHIFT("nobody-on-shift"),
    NOBODY_WITH_SKILL("nobody-with-skill"),
    ALL_FULL("all-full"),
    NO_ROW("no-row"),
    /** Whoever could have done it has refused. */
    REFUSED_BY_ALL("refused-by-all"),
    /** He does not do it, and the machine chooses nobody. */
    REFUSED("refused", 1),
    /** A dispatcher said so. */
    BY_HAND("by-hand", 2),
    /** A dispatcher left it to a department, whose crew takes it. */
    TO_DEPARTMENT("to-department", 1),
    /** He took it himself (抢单). */
    TAKEN("taken", 1),
    /** His colleague gave it to him. */
    HANDED_OVER("handed-over", 2);

    private final String code;

    /** How many logins stand after the first two arguments. */
    private final int people;

    Code(String code) {
      this(code, 0);
    }

    Code(String code, int people) {
      this.code = code;
      this.people = people;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * The same, with people's names in place of their logins.
   *
   * @param names login to name
   */
  public Reason named(UnaryOperator<String> names) {
    int people = code.people;
    if (people == 0) {
      return this;
    }
    List<String> shown = new ArrayList<>(arguments);
    for (int at = 2; at < Math.min(shown.size(), 2 + people); at++) {
      shown.set(at, names.apply(shown.get(at)));
    }
    return new Reason(code, shown);
  }

  /** As a sentence; Chinese unless the locale is English. */
  public String sentence(Locale locale) {
    ResourceBundle bundle = ResourceBundle.getBundle("i18n.dispatch", locale, NO_FALLBACK);
    return new MessageFormat(bundle.getString("reason." + code.code()), locale)
        .format(arguments.toArray());
  }
}
