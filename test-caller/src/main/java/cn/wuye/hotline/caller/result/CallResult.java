package cn.wuye.hotline.caller.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code ./hotline call --json} prints of one call.
 *
 * @param ticket null when the call made none
 * @param followed whether the call went as the script said
 */
public record CallResult(
    List<Turn> turns, Timings timings, @Nullable TicketView ticket, boolean followed) {

  /** One object, one line. */
  public String json() {
    return JsonMapper.shared().writeValueAsString(this);
  }
}
