package cn.wuye.hotline.caller.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a bench prints: always the same fields first, then what else is worth telling.
 *
 * @param holds whether the figure reaches the goal
 * @param ceiling what nothing could do better in the same run; null when there is no such thing
 * @param runs one map a round
 */
record BenchResult(
    String name,
    double figure,
    String unit,
    String goal,
    boolean holds,
    @Nullable Double ceiling,
    double cpuSecondsPerUnit,
    List<Map<String, Object>> runs,
    Map<String, Object> more) {

  String json() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("figure", figure);
    fields.put("unit", unit);
    fields.put("goal", goal);
    fields.put("holds", holds);
    fields.put("ceiling", ceiling);
    fields.put("ratio", ceiling == null || ceiling == 0 ? null : round(figure / ceiling));
    fields.put("peer", null);
    fields.put("peerRatio", null);
    fields.put("cpuSecondsPerUnit", round(cpuSecondsPerUnit));
    fields.put("runs", runs);
    fields.put("versions", Versions.of());
    fields.putAll(more);
    return JsonMapper.shared().writeValueAsString(fields);
  }

  static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
