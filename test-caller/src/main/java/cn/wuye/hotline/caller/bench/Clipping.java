package cn.wuye.hotline.caller.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the beginnings of what was said arrived: the first characters of the sentence against the
 * first of what was understood. Calls in which nothing was decoded tell nothing and are counted
 * apart.
 */
final class Clipping {
  private static final int BEGINNING = 2;

  private final List<String> clipped = new ArrayList<>();
  private int compared;
  private int undecoded;

  void compare(String said, String understood) {
    if (understood.isBlank()) {
      undecoded++;
      return;
    }
    compared++;
    String beginning = said.substring(0, Math.min(BEGINNING, said.length()));
    // One of the two characters may be misheard; when both are missing they were cut away.
    boolean there =
        beginning.chars().anyMatch(c -> understood.indexOf(c) >= 0 && understood.indexOf(c) <= 2);
    if (!there) {
      clipped.add(understood);
    }
  }

  /** Share of clipped beginnings; 0 when none could be compared. */
  double share() {
    return compared == 0 ? 0 : clipped.size() / (double) compared;
  }

  Map<String, Object> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("share", BenchResult.round(share()));
    summary.put("compared", compared);
    summary.put("notDecoded", undecoded);
    summary.put("understoodInstead", clipped);
    return summary;
  }
}
