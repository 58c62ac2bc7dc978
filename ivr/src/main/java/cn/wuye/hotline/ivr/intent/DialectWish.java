package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.Dialects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by its name which dialect a caller wants to speak. */
final class DialectWish {
  private static final int LONGEST = 24;

  /** 能不能讲 asks, and denies nothing. */
  private static final Pattern WHETHER = Pattern.compile("(能|会|要|想|可|行|好|成)不\\1以?");

  private static final String CANNOT = "[不唔]太?[会懂识能讲说想要听]";

  /** Before its name: 不会说普通话, 听不懂国语. */
  private static final Pattern DENIED = Pattern.compile(CANNOT + "[讲说听懂得识]?$");

  /** After it: 普通话我不会说. What stands directly before the next name is said of that. */
  private static final Pattern DENIED_AFTER = Pattern.compile(CANNOT);

  private final Pattern names;
  private final Pattern besides;
  private final Dialects dialects;

  /**
   * @param besides what may be said besides the name of a dialect
   */
  DialectWish(Dialects dialects, List<String> besides) {
    this.dialects = dialects;
    this.names =
        any(dialects.all().stream().flatMap(dialect -> dialect.called().stream()).toList());
    this.besides = any(besides);
  }

  private static Pattern any(List<String> phrases) {
    List<String> longestFirst = new ArrayList<>(phrases);
    longestFirst.sort(Comparator.comparing(String::length).reversed());
    return Pattern.compile(String.join("|", longestFirst.stream().map(Pattern::quote).toList()));
  }

  /** Its code; the last that is named and not denied counts. */
  Optional<String> in(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String text = WHETHER.matcher(written).replaceAll("");
    Matcher name = names.matcher(text);
    Optional<String> wanted = Optional.empty();
    Optional<String> named = Optional.empty();
    int from = 0;
    while (name.find()) {
      String between = text.substring(from, name.start());
      boolean denied = DENIED.matcher(between).find();
      if (named.isPresent() && (denied || !DENIED_AFTER.matcher(between).find())) {
        wanted = named;
      }
      named = denied ? Optional.empty() : code(name.group());
      from = name.end();
    }
    if (named.isPresent() && !DENIED_AFTER.matcher(text.substring(from)).find()) {
      wanted = named;
    }
    String rest = besides.matcher(name.replaceAll("")).replaceAll("");
    return rest.isBlank() ? wanted : Optional.empty();
  }

  private Optional<String> code(String name) {
    return dialects.all().stream()
        .filter(dialect -> dialect.called().contains(name))
        .map(Dialect::code)
        .findFirst();
  }
}
