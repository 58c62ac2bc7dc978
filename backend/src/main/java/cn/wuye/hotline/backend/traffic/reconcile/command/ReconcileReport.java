package cn.wuye.hotline.backend.traffic.reconcile.command;

import cn.wuye.hotline.backend.traffic.reconcile.Comparison;
import cn.wuye.hotline.backend.traffic.reconcile.Comparison.Sides;
import cn.wuye.hotline.backend.traffic.reconcile.Difference;
import cn.wuye.hotline.backend.traffic.reconcile.Difference.Explanation;
import cn.wuye.hotline.backend.traffic.reconcile.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the command prints. */
final class ReconcileReport {
  private static final double TENTH = 10;

  private ReconcileReport() {}

  static String json(ReconcileOptions options, Comparison comparison) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("node", options.node());
    all.put("from", options.from().toString());
    all.put("to", options.to().toString());
    all.put("calls", comparison.calls());
    all.put("compared", comparison.compared());
    all.put("notInAsterisksQueue", comparison.notQueued());
    all.put("everythingOurs", tally(comparison.everything()));
    all.put("total", sides(comparison.total()));
    all.put("queues", sides(comparison.queues()));
    all.put("agents", sides(comparison.agents()));
    Map<String, Object> callBacks = new LinkedHashMap<>();
    callBacks.put("asked", comparison.callBacks());
    callBacks.put("talkedOurs", comparison.callBacksTalked());
    callBacks.put("talkedAsterisk", comparison.callBacksTalkedInAsterisk());
    all.put("callBacks", callBacks);
    all.put("explained", explained(comparison.differences()));
    all.put("unexplained", comparison.unexplained().size());
    all.put("differences", comparison.differences().stream().map(ReconcileReport::line).toList());
    return JsonMapper.shared().writeValueAsString(all);
  }

  private static Map<String, Object> sides(Map<String, Sides> by) {
    Map<String, Object> all = new TreeMap<>();
    by.forEach((key, sides) -> all.put(key, sides(sides)));
    return all;
  }

  private static Map<String, Object> sides(Sides sides) {
    Map<String, Object> both = new LinkedHashMap<>();
    both.put("ours", tally(sides.ours()));
    both.put("asterisk", tally(sides.asterisk()));
    return both;
  }

  private static Map<String, Object> tally(Tally tally) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("offered", tally.offered());
    counts.put("answered", tally.answered());
    counts.put("abandoned", tally.abandoned());
    counts.put("transferred", tally.transferred());
    counts.put("otherwise", tally.otherwise());
    counts.put("waiting", tally.waiting());
    counts.put("lost", tally.lost());
    counts.put("talkSeconds", rounded(tally.talkSeconds()));
    counts.put("waitSeconds", rounded(tally.waitSeconds()));
    return counts;
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * TENTH) / TENTH;
  }

  private static Map<String, Integer> explained(List<Difference> differences) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Difference difference : differences) {
      Explanation why = difference.why();
      if (why != null) {
        counts.merge(why.name(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Map<String, @Nullable Object> line(Difference difference) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("call", difference.call());
    fields.put("what", difference.what().name());
    fields.put("ours", difference.ours());
    fields.put("asterisk", difference.theirs());
    Explanation why = difference.why();
    fields.put("explained", why == null ? null : why.name());
    return fields;
  }
}
