package cn.wuye.hotline.backend.traffic.api;

import cn.wuye.hotline.backend.rounding.Rounded;
import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an agent did; times in seconds, shares in percent, null where there is nothing to take them
 * of.
 *
 * @param of extension; null for the total
 * @param pausedFor by reason; the empty string: none was given
 */
record AgentView(
    @Nullable String of,
    long handled,
    long missed,
    @Nullable BigDecimal averageHandlingTime,
    @Nullable BigDecimal occupancy,
    BigDecimal signedIn,
    BigDecimal ready,
    BigDecimal ringing,
    BigDecimal talking,
    BigDecimal wrapUp,
    BigDecimal paused,
    BigDecimal unreachable,
    Map<String, BigDecimal> pausedFor) {
  static AgentView of(@Nullable String of, AgentSums sums) {
    Map<String, BigDecimal> pauses = new TreeMap<>();
    sums.pausedFor().forEach((reason, millis) -> pauses.put(reason, Rounded.seconds(millis)));
    return new AgentView(
        of,
        sums.handled(),
        sums.missed(),
        Rounded.tenth(sums.averageHandlingTime()),
        Rounded.tenth(sums.occupancy()),
        Rounded.seconds(sums.signedIn()),
        Rounded.seconds(sums.ready()),
        Rounded.seconds(sums.ringing()),
        Rounded.seconds(sums.talking()),
        Rounded.seconds(sums.wrapUp()),
        Rounded.seconds(sums.paused()),
        Rounded.seconds(sums.unreachable()),
        pauses);
  }
}
