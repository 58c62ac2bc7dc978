package cn.wuye.hotline.backend.ticket.search;

import java.util.Arrays;
import java.util.List;

/**
 * An estate as people name it.
 *
 * @param names folded: its name and its aliases
 */
public record EstateName(long id, List<String> names) {
  /**
   * @param aliases separated by {@code |}
   */
  public static EstateName of(long id, String name, String aliases) {
    return new EstateName(
        id,
        Arrays.stream((name + "|" + aliases).split("\\|"))
            .map(each -> Folded.of(each).runs().replace(" ", ""))
            .filter(each -> each.length() > 1)
            .distinct()
            .toList());
  }
}
