package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.Track;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call as the caller experienced it, before anybody judges it.
 *
 * @param sipCallId of her own leg; empty when the call was never answered
 * @param startedAt when the call was placed
 * @param heard what came by the line
 * @param acts what she did, in order
 * @param phones what was heard at each telephone that rang and answered, by number
 * @param problem why the script was not followed; empty when it was
 */
public record CallRecord(
    Script script,
    String sipCallId,
    Instant startedAt,
    Track heard,
    List<Act> acts,
    Map<String, List<PhoneCall>> phones,
    Optional<String> problem) {

  public CallRecord {
    acts = List.copyOf(acts);
    phones = Map.copyOf(phones);
  }

  public boolean followed() {
    return problem.isEmpty();
  }
}
