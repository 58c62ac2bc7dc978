package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.ChangeResult;
import java.util.Map;

/** Beside which field the refusal of a value is shown. */
final class FormErrors {
  private FormErrors() {}

  static Map<String, String> of(ChangeResult.Invalid invalid, Labels labels) {
    String message = labels.text("error." + invalid.reason().code());
    return switch (invalid.reason()) {
      case UNKNOWN_CATEGORY, CATEGORY_NOT_OFFERED -> Map.of("category", message);
      case UNKNOWN_ESTATE -> Map.of("estate", message);
      case UNKNOWN_RESIDENT -> Map.of("reporter", message);
      case UNKNOWN_SURVIVOR,
          CIRCULAR_DUPLICATE,
          SURVIVOR_MISSING,
          SURVIVOR_OVER,
          LESS_URGENT_SURVIVOR ->
          Map.of("survivor", message);
      case DUTY_REASON_MISSING -> Map.of("duty", message);
    };
  }
}
