package cn.wuye.hotline.backend.console.traffic;

import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.ServiceLevel;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A column of a report; the message of its code names it, that with {@code .how} says its formula.
 *
 * @param unit of what is exported
 * @param <S> what is summed
 */
record Column<S>(String code, Unit unit, Function<S, Cell> cell) {
  /** What a number is of. */
  enum Unit {
    COUNT,
    PERCENT,
    SECONDS,
    TEXT
  }

  static final List<Column<CallSums>> OF_CALLS =
      List.of(
          count("calls", CallSums::calls),
          count("offered", CallSums::offered),
          count("answered", CallSums::answered),
          count("answeredInTime", CallSums::answeredInTime),
          percent("serviceLevel", ServiceLevel.ABANDONS_AGAINST::of),
          seconds("speedOfAnswer", CallSums::averageSpeedOfAnswer),
          millis("longestWait", CallSums::longestWait),
          count("abandoned", CallSums::abandonedAfterAll),
          count("abandonedShort", CallSums::abandonedShort),
          percent("abandonRate", CallSums::abandonRate),
          count("callBackAsked", CallSums::callBackAsked),
          count("leftByKey", CallSums::leftByKey),
          count("timedOut", CallSums::timedOut),
          count("empty", CallSums::empty),
          count("moved", CallSums::moved),
          count("lost", CallSums::lost),
          count("waiting", CallSums::waiting),
          seconds("handlingTime", CallSums::averageHandlingTime),
          count("transferred", CallSums::transferred),
          percent("ofAnswered", ServiceLevel.OF_ANSWERED::of),
          percent("abandonsIgnored", ServiceLevel.ABANDONS_IGNORED::of),
          percent("abandonsFor", ServiceLevel.ABANDONS_FOR::of));

  static final List<Column<AgentSums>> OF_AGENTS =
      List.of(
          count("handled", AgentSums::handled),
          count("missed", AgentSums::missed),
          seconds("handlingTime", AgentSums::averageHandlingTime),
          percent("occupancy", AgentSums::occupancy),
          millis("signedIn", AgentSums::signedIn),
          millis("talking", AgentSums::talking),
          millis("wrapUp", AgentSums::wrapUp),
          millis("ready", AgentSums::ready),
          millis("ringing", AgentSums::ringing),
          millis("paused", AgentSums::paused),
          millis("unreachable", AgentSums::unreachable),
          new Column<>("pauses", Unit.TEXT, sums -> Cell.text(pauses(sums.pausedFor()))));

  private static <S> Column<S> count(String code, ToLongFunction<S> value) {
    return new Column<>(code, Unit.COUNT, sums -> Cell.count(value.applyAsLong(sums)));
  }

  private static <S> Column<S> percent(String code, Function<S, OptionalDouble> value) {
    return new Column<>(code, Unit.PERCENT, sums -> Cell.percent(value.apply(sums)));
  }

  private static <S> Column<S> seconds(String code, Function<S, OptionalDouble> value) {
    return new Column<>(code, Unit.SECONDS, sums -> Cell.seconds(value.apply(sums)));
  }

  private static <S> Column<S> millis(String code, ToLongFunction<S> value) {
    return new Column<>(code, Unit.SECONDS, sums -> Cell.millis(value.applyAsLong(sums)));
  }

  private static String pauses(Map<String, Long> byReason) {
    return new TreeMap<>(byReason)
        .entrySet().stream()
            .map(each -> reason(each.getKey()) + Cell.millis(each.getValue()).shown())
            .collect(Collectors.joining("; "));
  }

  private static String reason(String reason) {
    return reason.isEmpty() ? "" : reason + " ";
  }
}
