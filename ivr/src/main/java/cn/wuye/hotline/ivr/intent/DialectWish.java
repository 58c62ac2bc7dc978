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

  /** Who cannot speak it wants another: 不会说普通话, 听不懂国语. */
  private static final Pattern DENIED = Pattern.compile("[不唔]太?[会懂识能讲说想要][^，,]{0,3}$");

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

  /** Its code; the last that is named counts. */
  Optional<String> in(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher name = names.matcher(written);
    Optional<String> wanted = Optional.empty();
    int from = 0;
    while (name.find()) {
      if (!DENIED.matcher(written.substring(from, name.start())).find()) {
        wanted = code(name.group());
      }
      from = name.end();
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
