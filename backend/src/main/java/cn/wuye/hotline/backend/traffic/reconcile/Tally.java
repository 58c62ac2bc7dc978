package cn.wuye.hotline.backend.traffic.reconcile;

import cn.wuye.hotline.backend.traffic.Outcome;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Talk;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one log makes of a queue, or of all.
 *
 * @param offered stays in Asterisk's own queue; what was asked for outside of it alone is not among
 *     them
 * @param transferred of the answered, whom the agent handed on
 * @param otherwise left by key, a call-back, the longest wait, an empty queue, another queue
 * @param waiting not over; of Asterisk's log also those who chose something between two slices
 * @param lost how it ended is not known
 * @param talkSeconds talk and hold
 * @param waitSeconds in Asterisk's queue
 */
public record Tally(
    int offered,
    int answered,
    int abandoned,
    int transferred,
    int otherwise,
    int waiting,
    int lost,
    double talkSeconds,
    double waitSeconds) {
  private static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0);
  private static final double MILLIS = 1000;

  /** By queue. */
  static Map<String, Tally> byQueue(Collection<Stay> stays) {
    Map<String, Tally> tallies = new TreeMap<>();
    stays.stream()
        .filter(Stay::queued)
        .forEach(stay -> tallies.merge(stay.queue(), of(stay), Tally::plus));
    return tallies;
  }

  /** By the agent who answered. */
  static Map<String, Tally> byAgent(Collection<Stay> stays) {
    Map<String, Tally> tallies = new TreeMap<>();
    for (Stay stay : stays) {
      Talk talk = stay.talk();
      if (stay.queued() && talk != null) {
        tallies.merge(talk.agent(), of(stay), Tally::plus);
      }
    }
    return tallies;
  }

  /** Of all, also those that never were in Asterisk's queue. */
  static Tally ofAll(Collection<Stay> stays) {
    return sum(stays.stream().map(Tally::of).toList());
  }

  static Tally sum(Collection<Tally> all) {
    return all.stream().reduce(NOTHING, Tally::plus);
  }

  private static Tally of(Stay stay) {
    Talk talk = stay.talk();
    Outcome how = stay.outcome();
    boolean other =
        how != Outcome.ANSWERED
            && how != Outcome.ABANDONED
            && how != Outcome.WAITING
            && how != Outcome.LOST;
    return new Tally(
        1,
        one(how == Outcome.ANSWERED),
        one(how == Outcome.ABANDONED),
        one(talk != null && talk.transferred()),
        one(other),
        one(how == Outcome.WAITING),
        one(how == Outcome.LOST),
        talk == null ? 0 : (talk.talk() + talk.hold()) / MILLIS,
        stay.waitInQueue() / MILLIS);
  }

  /** The same with another count of transfers, which Asterisk writes into its CDRs. */
  Tally withTransferred(int count) {
    return new Tally(
        offered, answered, abandoned, count, otherwise, waiting, lost, talkSeconds, waitSeconds);
  }

  private Tally plus(Tally other) {
    return new Tally(
        offered + other.offered,
        answered + other.answered,
        abandoned + other.abandoned,
        transferred + other.transferred,
        otherwise + other.otherwise,
        waiting + other.waiting,
        lost + other.lost,
        talkSeconds + other.talkSeconds,
        waitSeconds + other.waitSeconds);
  }

  private static int one(boolean is) {
    return is ? 1 : 0;
  }
}
