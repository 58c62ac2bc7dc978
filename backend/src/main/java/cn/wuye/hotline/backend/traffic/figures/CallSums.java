package cn.wuye.hotline.backend.traffic.figures;

import cn.wuye.hotline.backend.traffic.Outcome;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Talk;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What became of the callers who began to wait in some time. Everything of a caller counts where
 * she began to wait, also what happened later: so {@code offered} is at every moment the sum of
 * {@code waiting}, {@code answered}, {@code abandoned}, {@code leftByKey}, {@code callBackAsked},
 * {@code timedOut}, {@code empty}, {@code moved} and {@code lost}. Times are milliseconds.
 *
 * @param calls calls of which this is the first queue; over several queues only these are calls,
 *     because who was transferred was offered to each
 * @param offered callers who waited in the queue
 * @param waiting those who still do
 * @param answeredInTime answered after no more than {@link FigureRules#inTime}
 * @param abandoned hung up while waiting, however early
 * @param abandonedShort of them after no more than {@link FigureRules#shortAbandon}
 * @param abandonedInTime of them after no more than {@link FigureRules#inTime}, short ones too
 * @param leftByKey chose something else than to wait
 * @param callBackAsked are called back: no abandons
 * @param timedOut reached the longest wait
 * @param empty found nobody signed in
 * @param moved went on waiting in another queue
 * @param lost of whom the end is not known
 * @param waitOfAnswered the sum of their waits
 * @param longestWait of any of them, those who wait included
 * @param talk the sum, without hold
 * @param wrapUp the sum of the agents' work after the talks
 * @param transferred talks at whose end the agent gave her to somebody else
 */
public record CallSums(
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
    long waitOfAnswered,
    long longestWait,
    long talk,
    long hold,
    long wrapUp,
    long transferred)
    implements Sums<CallSums> {
  /** Of nobody. */
  public static final CallSums NONE =
      new CallSums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  private static final double SECOND = 1000;

  /** Of one caller. */
  public static CallSums of(Stay stay, FigureRules rules) {
    Outcome outcome = stay.outcome();
    Talk talk = stay.talk();
    boolean abandoned = outcome == Outcome.ABANDONED;
    boolean inTime = stay.waited() <= rules.inTime().toMillis();
    boolean briefly = stay.waited() <= rules.shortAbandon().toMillis();
    return new CallSums(
        one(stay.first()),
        1,
        one(outcome == Outcome.WAITING),
        one(talk != null),
        one(talk != null && inTime),
        one(abandoned),
        one(abandoned && briefly),
        one(abandoned && inTime),
        one(outcome == Outcome.LEFT_BY_KEY),
        one(outcome == Outcome.CALL_BACK_ASKED),
        one(outcome == Outcome.TIMED_OUT),
        one(outcome == Outcome.EMPTY),
        one(outcome == Outcome.MOVED),
        one(outcome == Outcome.LOST),
        talk == null ? 0 : stay.waited(),
        stay.waited(),
        talk == null ? 0 : talk.talk(),
        talk == null ? 0 : talk.hold(),
        talk == null ? 0 : talk.wrapUp(),
        one(transferred(talk)));
  }

  @Override
  public CallSums plus(CallSums other) {
    return new CallSums(
        calls + other.calls,
        offered + other.offered,
        waiting + other.waiting,
        answered + other.answered,
        answeredInTime + other.answeredInTime,
        abandoned + other.abandoned,
        abandonedShort + other.abandonedShort,
        abandonedInTime + other.abandonedInTime,
        leftByKey + other.leftByKey,
        callBackAsked + other.callBackAsked,
        timedOut + other.timedOut,
        empty + other.empty,
        moved + other.moved,
        lost + other.lost,
        waitOfAnswered + other.waitOfAnswered,
        Math.max(longestWait, other.longestWait),
        talk + other.talk,
        hold + other.hold,
        wrapUp + other.wrapUp,
        transferred + other.transferred);
  }

  /** Abandoned, but for the short ones. */
  public long abandonedAfterAll() {
    return abandoned - abandonedShort;
  }

  /**
   * Of whom it is known what became of them in this queue: offered less those who wait, went on to
   * another queue, were lost, or hung up at once.
   */
  public long decided() {
    return offered - waiting - moved - lost - abandonedShort;
  }

  /**
   * Average speed of answer (ASA): the sum of the waits of the answered by their number, in
   * seconds. Who was not answered is not in it.
   *
   * @return empty when nobody was answered
   */
  public OptionalDouble averageSpeedOfAnswer() {
    return ratio(waitOfAnswered / SECOND, answered);
  }

  /**
   * Abandon rate: abandoned (without the short ones) of those {@link #decided}, 0–100. A call-back
   * and a key are no abandon, but who chose them is among those decided.
   *
   * @return empty when nothing is decided
   */
  public OptionalDouble abandonRate() {
    return Percent.of(abandonedAfterAll(), decided());
  }

  /**
   * Average handling time (AHT): talk, hold and wrap-up of the answered by their number, in
   * seconds.
   *
   * @return empty when nobody was answered
   */
  public OptionalDouble averageHandlingTime() {
    return ratio((talk + hold + wrapUp) / SECOND, answered);
  }

  private static OptionalDouble ratio(double sum, long of) {
    return of == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / of);
  }

  private static boolean transferred(@Nullable Talk talk) {
    return talk != null && talk.transferred();
  }

  private static long one(boolean holds) {
    return holds ? 1 : 0;
  }
}
