package cn.wuye.hotline.backend.traffic.api;

import cn.wuye.hotline.backend.rounding.Rounded;
import cn.wuye.hotline.backend.traffic.desk.TrafficDesk.Line;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.ServiceLevel;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What became of callers; times in seconds, shares in percent, null where there is nothing to take
 * them of.
 *
 * @param of null for the total
 */
record CallsView(
    @Nullable String of,
    long calls,
    long offered,
    long waiting,
    long answered,
    long answeredInTime,
    long abandoned,
    long abandonedShort,
    long abandonedInTime,
    long leftByKey,
    long callBackAsked,
    long timedOut,
    long empty,
    long moved,
    long lost,
    long transferred,
    @Nullable BigDecimal serviceLevel,
    @Nullable BigDecimal serviceLevelOfAnswered,
    @Nullable BigDecimal serviceLevelAbandonsIgnored,
    @Nullable BigDecimal serviceLevelAbandonsFor,
    @Nullable BigDecimal abandonRate,
    @Nullable BigDecimal averageSpeedOfAnswer,
    BigDecimal longestWait,
    @Nullable BigDecimal averageHandlingTime,
    BigDecimal talk,
    BigDecimal hold,
    BigDecimal wrapUp) {
  static CallsView of(Line<CallSums> line) {
    return of(line.of(), line.sums());
  }

  static CallsView of(@Nullable String of, CallSums sums) {
    return new CallsView(
        of,
        sums.calls(),
        sums.offered(),
        sums.waiting(),
        sums.answered(),
        sums.answeredInTime(),
        sums.abandoned(),
        sums.abandonedShort(),
        sums.abandonedInTime(),
        sums.leftByKey(),
        sums.callBackAsked(),
        sums.timedOut(),
        sums.empty(),
        sums.moved(),
        sums.lost(),
        sums.transferred(),
        Rounded.tenth(ServiceLevel.ABANDONS_AGAINST.of(sums)),
        Rounded.tenth(ServiceLevel.OF_ANSWERED.of(sums)),
        Rounded.tenth(ServiceLevel.ABANDONS_IGNORED.of(sums)),
        Rounded.tenth(ServiceLevel.ABANDONS_FOR.of(sums)),
        Rounded.tenth(sums.abandonRate()),
        Rounded.tenth(sums.averageSpeedOfAnswer()),
        Rounded.seconds(sums.longestWait()),
        Rounded.tenth(sums.averageHandlingTime()),
        Rounded.seconds(sums.talk()),
        Rounded.seconds(sums.hold()),
        Rounded.seconds(sums.wrapUp()));
  }
}
