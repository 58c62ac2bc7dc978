package cn.wuye.hotline.backend.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An estate scope as SQL. */
public final class ScopeCondition {
  private ScopeCondition() {}

  /**
   * The condition on a column that holds an estate's id or null; empty string when all is seen.
   *
   * @param parameters gets what the condition needs
   */
  public static String of(EstateScope scope, String column, Map<String, Object> parameters) {
    if (scope.all()) {
      return "";
    }
    List<String> seen = new ArrayList<>();
    if (!scope.estates().isEmpty()) {
      seen.add(column + " IN (:scope)");
      parameters.put("scope", scope.estates().stream().map(EstateId::value).toList());
    }
    if (scope.unplaced()) {
      seen.add(column + " IS NULL");
    }
    return seen.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", seen) + ")";
  }
}
