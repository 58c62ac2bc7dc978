package cn.wuye.hotline.backend.traffic.reconcile;

import cn.wuye.hotline.backend.traffic.Outcome;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Stays;
import cn.wuye.hotline.backend.traffic.Talk;
import cn.wuye.hotline.backend.traffic.reconcile.Difference.Explanation;
import cn.wuye.hotline.backend.traffic.reconcile.Difference.What;
import cn.wuye.hotline.router.ami.BlindSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds our log of one node against its Asterisk's {@code queue_log} and CDRs. Both logs go through
 * the same reckoning of {@link Stays}; the stays of a call are then compared one by one, those that
 * began at the same time with each other.
 */
public final class Reconciliation {
  /** Asterisk counts whole seconds, at both ends; and an event takes a moment to be told. */
  public static final Duration TOLERANCE = Duration.ofSeconds(2);

  private static final String TRANSFERRED = "transferred";
  private static final String TALKED = "talked";

  private final Instant now;
  private final List<BlindSpan> blind;
  private final List<Difference> differences = new ArrayList<>();
  private int compared;

  private Reconciliation(Instant now, Collection<BlindSpan> blind) {
    this.now = now;
    this.blind = List.copyOf(blind);
  }

  /**
   * What came of it.
   *
   * @param compared stays that stand in both logs
   */
  public record Result(int compared, List<Difference> differences) {
    public Result {
      differences = List.copyOf(differences);
    }

    /** Those that nothing explains: none is as it should be. */
    public List<Difference> unexplained() {
      return differences.stream().filter(difference -> !difference.explained()).toList();
    }
  }

  /**
   * What our tables say of a call-back.
   *
   * @param id names its channels
   * @param over whether nothing more is done
   * @param talked whether an agent talked with her who was called back
   */
  public record CallBack(long id, String queue, boolean over, boolean talked) {}

  /**
   * Compares the stays.
   *
   * @param ours events of the node in the time that the file is of
   * @param theirs of the same node, by {@link QueueLog#events}
   * @param blind when the node saw nothing
   * @param now when both were read
   */
  public static Result ofQueueLog(
      Collection<QueueEvent> ours,
      Collection<QueueEvent> theirs,
      Collection<BlindSpan> blind,
      Instant now) {
    Reconciliation reconciliation = new Reconciliation(now, blind);
    Map<String, List<Stay>> here = byCall(Stays.of(ours, now));
    Map<String, List<Stay>> there = byCall(Stays.of(theirs, now));
    Set<String> calls = new TreeSet<>(here.keySet());
    calls.addAll(there.keySet());
    for (String call : calls) {
      reconciliation.compare(
          here.getOrDefault(call, List.of()), there.getOrDefault(call, List.of()));
    }
    return reconciliation.result();
  }

  /**
   * Looks for the CDRs of our stays. Whether there are calls without a stay is not asked: most
   * calls are of the machine alone.
   *
   * @param ours events of the node in the time that the file is of
   * @param blind when the node saw nothing
   * @param now when both were read
   */
  public static Result ofCdr(
      Collection<QueueEvent> ours,
      Collection<CdrLine> theirs,
      Collection<BlindSpan> blind,
      Instant now) {
    Reconciliation reconciliation = new Reconciliation(now, blind);
    Map<String, List<CdrLine>> lines =
        theirs.stream().collect(Collectors.groupingBy(CdrLine::call));
    for (List<Stay> stays : byCall(Stays.of(ours, now)).values()) {
      List<CdrLine> found = lines.getOrDefault(stays.get(0).call(), List.of());
      stays.forEach(stay -> reconciliation.compare(stay, found));
      reconciliation.compareTransfers(stays, found);
    }
    return reconciliation.result();
  }

  /**
   * Looks in the CDRs for those whom call-backs reached.
   *
   * @param blind when the node saw nothing
   */
  public static Result ofCallBacks(
      Collection<CallBack> ours, Collection<CdrLine> theirs, Collection<BlindSpan> blind) {
    Reconciliation reconciliation = new Reconciliation(Instant.EPOCH, blind);
    for (CallBack callBack : ours) {
      boolean talked = theirs.stream().anyMatch(line -> line.calledBack(callBack.id()));
      reconciliation.compared++;
      if (talked != callBack.talked()) {
        reconciliation.differences.add(
            new Difference(
                "callback-" + callBack.id(),
                What.CALL_BACK,
                callBack.talked() ? TALKED : "",
                talked ? TALKED : "",
                reconciliation.why(callBack, theirs)));
      }
    }
    return reconciliation.result();
  }

  private @Nullable Explanation why(CallBack callBack, Collection<CdrLine> lines) {
    if (!callBack.over()) {
      return Explanation.GOES_ON;
    }
    return lines.stream()
            .filter(line -> line.calledBack(callBack.id()))
            .anyMatch(line -> blind(line.started(), line.ended()))
        ? Explanation.BLIND
        : null;
  }

  private Result result() {
    return new Result(compared, differences);
  }

  private void compare(List<Stay> ours, List<Stay> theirs) {
    List<Stay> queued = new ArrayList<>();
    for (Stay stay : ours) {
      if (stay.queued()) {
        queued.add(stay);
      } else {
        add(stay, What.NOT_THEIRS, told(stay), "", Explanation.NOT_QUEUED);
      }
    }
    List<Stay> unpaired = new ArrayList<>();
    for (Stay stay : theirs) {
      Stay same = queued.stream().filter(each -> same(each, stay)).findFirst().orElse(null);
      if (same == null) {
        unpaired.add(stay);
      } else {
        queued.remove(same);
        compare(same, stay);
      }
    }
    compareInOrder(queued, unpaired);
  }

  /** What has no like on the other side, because one of the two missed its beginning. */
  private void compareInOrder(List<Stay> ours, List<Stay> theirs) {
    for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
      if (i >= ours.size()) {
        Stay stay = theirs.get(i);
        add(stay, What.NOT_OURS, "", told(stay), blind(stay) ? Explanation.BLIND : null);
      } else if (i >= theirs.size()) {
        Stay stay = ours.get(i);
        add(stay, What.NOT_THEIRS, told(stay), "", null);
      } else {
        compare(ours.get(i), theirs.get(i));
      }
    }
  }

  /** Whether both began to wait in the same queue at the same time. */
  private static boolean same(Stay ours, Stay theirs) {
    return ours.queue().equals(theirs.queue())
        && !apart(entered(ours).toEpochMilli(), entered(theirs).toEpochMilli());
  }

  private void compare(Stay ours, Stay theirs) {
    compared++;
    Explanation unseen = blind(ours) || blind(theirs) ? Explanation.BLIND : null;
    if (!ours.queue().equals(theirs.queue())) {
      add(ours, What.QUEUE, ours.queue(), theirs.queue(), unseen);
    }
    if (ours.outcome() != theirs.outcome()) {
      add(
          ours,
          What.OUTCOME,
          ours.outcome().name(),
          theirs.outcome().name(),
          unseen != null ? unseen : outside(ours, theirs));
      return;
    }
    if (apart(ours.waitInQueue(), theirs.waitInQueue())) {
      add(ours, What.WAIT, millis(ours.waitInQueue()), millis(theirs.waitInQueue()), unseen);
    }
    Talk talk = ours.talk();
    Talk other = theirs.talk();
    if (talk != null && other != null) {
      compare(ours, talk, other, unseen);
    }
  }

  private void compare(Stay stay, Talk ours, Talk theirs, @Nullable Explanation unseen) {
    if (!ours.agent().equals(theirs.agent())) {
      add(stay, What.AGENT, ours.agent(), theirs.agent(), unseen);
    }
    long length = ours.talk() + ours.hold();
    long other = theirs.talk() + theirs.hold();
    if (apart(length, other)) {
      add(
          stay,
          What.TALK,
          millis(length),
          millis(other),
          unseen != null ? unseen : handedOn(ours, other - length));
    }
  }

  /**
   * Asterisk's queue does not see that the manager sent her elsewhere: for it she talks until she
   * hangs up. That she did not, her CDR tells.
   */
  private static @Nullable Explanation handedOn(Talk ours, long longer) {
    return ours.transferred() && longer > 0 ? Explanation.HANDED_ON : null;
  }

  /**
   * Asterisk saw her step out, or leave by a key or because nobody was there; what she then chose,
   * and that she hung up instead, it cannot know: for it she waits on, and in the end is lost.
   */
  private static @Nullable Explanation outside(Stay ours, Stay theirs) {
    boolean out =
        theirs.outcome() == Outcome.WAITING || theirs.outcome() == Outcome.LOST
            ? theirs.outside()
            : theirs.outcome() == Outcome.LEFT_BY_KEY || theirs.outcome() == Outcome.EMPTY;
    boolean left =
        ours.outcome() != Outcome.ANSWERED
            && ours.outcome() != Outcome.WAITING
            && ours.outcome() != Outcome.LOST;
    return out && left ? Explanation.LEFT_OUTSIDE : null;
  }

  private void compare(Stay stay, List<CdrLine> lines) {
    Explanation why = stay.over() ? null : Explanation.GOES_ON;
    Talk talk = stay.talk();
    if (lines.isEmpty()) {
      add(stay, What.NO_CDR, told(stay), "", why);
      return;
    }
    compared++;
    if (talk != null && lines.stream().noneMatch(line -> line.with(talk.agent()))) {
      String peers = lines.stream().map(CdrLine::peer).collect(Collectors.joining(" "));
      add(stay, What.NO_CDR_OF_TALK, talk.agent(), peers.strip(), why);
    } else if (talk != null && talk.transferred()) {
      compareEnd(stay, talk, lines);
    }
  }

  /** Of who was handed on only the CDR knows when; that of the room does not tell with whom. */
  private void compareEnd(Stay stay, Talk talk, List<CdrLine> lines) {
    Instant end = talk.answered().plusMillis(talk.talk() + talk.hold());
    boolean told =
        lines.stream()
            .anyMatch(
                line ->
                    line.inRoom()
                        || (line.with(talk.agent())
                            && !apart(line.ended().toEpochMilli(), end.toEpochMilli())));
    if (!told) {
      String ends =
          lines.stream()
              .filter(line -> line.with(talk.agent()))
              .map(line -> line.ended().toString())
              .collect(Collectors.joining(" "));
      add(stay, What.END_OF_TALK, end.toString(), ends, blind(stay) ? Explanation.BLIND : null);
    }
  }

  /** In the room she may have been with the agent alone, too: that is no transfer by itself. */
  private void compareTransfers(List<Stay> stays, List<CdrLine> lines) {
    Stay last = stays.get(stays.size() - 1);
    boolean ours = stays.stream().anyMatch(Reconciliation::transferred);
    // What was handed on before was a call-back's talk, which is no stay.
    Instant first = stays.get(0).joined().minus(TOLERANCE);
    boolean theirs =
        lines.stream().anyMatch(line -> line.handedOn() && !line.ended().isBefore(first));
    boolean mayBe = theirs || lines.stream().anyMatch(CdrLine::inRoom);
    if (ours ? !mayBe : theirs) {
      add(
          last,
          What.TRANSFER,
          ours ? TRANSFERRED : "",
          theirs ? TRANSFERRED : "",
          stays.stream().anyMatch(this::blind) || blindWhenHandedOn(lines)
              ? Explanation.BLIND
              : last.over() ? null : Explanation.GOES_ON);
    }
  }

  /** Of a talk that began unseen the log has no stay to mark. */
  private boolean blindWhenHandedOn(List<CdrLine> lines) {
    return lines.stream().anyMatch(line -> blind(line.started(), line.ended()));
  }

  private static boolean transferred(Stay stay) {
    Talk talk = stay.talk();
    return talk != null && talk.transferred();
  }

  private boolean blind(Stay stay) {
    Talk talk = stay.talk();
    Instant end = stay.joined().plusMillis(stay.waited());
    Instant last = talk == null ? end : end.plusMillis(talk.talk() + talk.hold());
    Instant seen = stay.over() ? last : now;
    return blind(stay.joined(), seen);
  }

  private boolean blind(Instant from, Instant to) {
    return blind.stream().anyMatch(span -> !span.from().isAfter(to) && !span.to().isBefore(from));
  }

  private void add(Stay stay, What what, String ours, String theirs, @Nullable Explanation why) {
    differences.add(new Difference(stay.call(), what, ours, theirs, why));
  }

  private static boolean apart(long one, long other) {
    return Math.abs(one - other) > TOLERANCE.toMillis();
  }

  private static Instant entered(Stay stay) {
    Instant entered = stay.entered();
    return entered == null ? stay.joined() : entered;
  }

  private static String millis(long millis) {
    return millis + " ms";
  }

  private static String told(Stay stay) {
    return stay.queue() + " " + stay.outcome() + " " + stay.joined();
  }

  private static Map<String, List<Stay>> byCall(List<Stay> stays) {
    return stays.stream()
        .collect(Collectors.groupingBy(Stay::call, TreeMap::new, Collectors.toList()));
  }
}
