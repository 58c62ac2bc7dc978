package cn.wuye.hotline.caller.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a bench prints: always the same fields first, then what else is worth telling.
 *
 * @param figure NaN when there was nothing to measure; printed as null then
 * @param holds whether the figure reaches the goal
 * @param ceiling what nothing could do better in the same run; null when there is no such thing
 * @param peer the best other program in the same run; null when there is none
 * @param runs one map a round
 * @param with versions of what was measured and compared, beside Java's and the system's
 */
record BenchResult(
    String name,
    double figure,
    String unit,
    String goal,
    boolean holds,
    @Nullable Double ceiling,
    @Nullable Peer peer,
    double cpuSecondsPerUnit,
    List<Map<String, Object>> runs,
    Map<String, String> with,
    Map<String, Object> more) {

  /**
   * Another program with the same work.
   *
   * @param figure what it reached, in the bench's unit
   * @param ratio how many times as good the hotline is; in what, the bench's goal says
   */
  record Peer(String name, double figure, double ratio) {}

  /** Without a peer. */
  BenchResult(
      String name,
      double figure,
      String unit,
      String goal,
      boolean holds,
      @Nullable Double ceiling,
      double cpuSecondsPerUnit,
      List<Map<String, Object>> runs,
      Map<String, Object> more) {
    this(name, figure, unit, goal, holds, ceiling, null, cpuSecondsPerUnit, runs, Map.of(), more);
  }

  String json() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("figure", number(figure));
    fields.put("unit", unit);
    fields.put("goal", goal);
    fields.put("holds", holds);
    fields.put("ceiling", ceiling == null ? null : number(ceiling));
    fields.put("ratio", ceiling == null || ceiling == 0 ? null : number(figure / ceiling));
    fields.put("peer", peer == null ? null : number(peer.figure));
    fields.put("peerName", peer == null ? null : peer.name);
    fields.put("peerRatio", peer == null ? null : number(peer.ratio));
    fields.put("cpuSecondsPerUnit", fine(cpuSecondsPerUnit));
    fields.put("runs", runs);
    Map<String, Object> versions = Versions.of();
    versions.putAll(with);
    fields.put("versions", versions);
    more.forEach((key, value) -> fields.put(key, told(value)));
    return JsonMapper.shared().writeValueAsString(fields);
  }

  /** JSON has no words for what could not be measured but null. */
  private static @Nullable Double number(double value) {
    return Double.isFinite(value) ? round(value) : null;
  }

  private static @Nullable Object told(Object value) {
    return value instanceof Double number && !Double.isFinite(number) ? null : value;
  }

  /** A figure of a round; NaN when it has none. */
  static double number(Map<String, Object> run, String key) {
    return ((Number) run.getOrDefault(key, Double.NaN)).doubleValue();
  }

  static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  /** To a microsecond. */
  static double fine(double seconds) {
    return Math.round(seconds * 1e6) / 1e6;
  }
}
