package cn.wuye.hotline.backend.traffic.reconcile;

import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Calls that nobody made, told twice: as our events, to the millisecond, and as the lines that
 * Asterisk would have written, in whole seconds.
 */
final class RandomCalls {
  static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private static final String NODE = "node-1";
  private static final long SLICE = 60_000;

  private final Random random;
  private final List<QueueEvent> events = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private int stays;
  private int leftOutside;

  private record Line(Instant at, String text) {}

  RandomCalls(int calls, long seed) {
    this.random = new Random(seed);
    for (int i = 0; i < calls; i++) {
      call("node-1-1772413200." + i, START.plusMillis(random.nextInt(10_800_000)));
    }
    events.sort(Comparator.comparing(QueueEvent::at));
    lines.sort(Comparator.comparing(Line::at));
  }

  List<QueueEvent> events() {
    return events;
  }

  String file() {
    return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
  }

  int stays() {
    return stays;
  }

  /** Those who left while they were asked something. */
  int leftOutside() {
    return leftOutside;
  }

  private void call(String call, Instant begin) {
    String queue = random.nextBoolean() ? "general" : "yue";
    Instant end = stay(call, queue, begin);
    if (end.isAfter(begin) && last().kind() == EventKind.TRANSFERRED) {
      stay(call, queue.equals("yue") ? "general" : "yue", end.plusMillis(40));
    }
  }

  private QueueEvent last() {
    return events.get(events.size() - 1);
  }

  /** Waits, and talks; gives when that ended. */
  private Instant stay(String call, String queue, Instant begin) {
    stays++;
    Instant at = begin;
    long wait = random.nextInt(200_000);
    both(at, EventKind.JOINED, call, queue, "", "ENTERQUEUE||13900000000|1|张_三");
    for (; wait > SLICE; wait -= SLICE) {
      at = at.plusMillis(SLICE);
      both(at, EventKind.STEPPED_OUT, call, queue, "", "EXITWITHTIMEOUT|1|1|60");
      at = at.plusMillis(3000 + random.nextInt(5000));
      if (random.nextInt(6) == 0) {
        leftOutside++;
        boolean abandoned = random.nextBoolean();
        ours(at, abandoned ? EventKind.ABANDONED : EventKind.CALL_BACK_ASKED, call, queue, "");
        return at;
      }
      both(at, EventKind.JOINED, call, queue, "", "ENTERQUEUE||13900000000|1|");
    }
    at = at.plusMillis(wait);
    String agent = "100" + (1 + random.nextInt(6));
    switch (random.nextInt(5)) {
      case 0, 1 -> {
        both(at, EventKind.ABANDONED, call, queue, "", "ABANDON|1|1|" + wait / 1000);
        return at;
      }
      case 2 -> {
        both(at, EventKind.LEFT_BY_KEY, call, queue, "", "EXITWITHKEY|2|1|1|" + wait / 1000);
        return at;
      }
      default -> {
        return talk(call, queue, agent, at);
      }
    }
  }

  private Instant talk(String call, String queue, String agent, Instant answered) {
    both(answered, EventKind.ANSWERED, call, queue, agent, "CONNECT|1|node-1-1.1|1");
    Instant end = answered.plusMillis(5000 + random.nextInt(300_000));
    if (random.nextInt(4) == 0) {
      both(end, EventKind.TRANSFERRED, call, queue, agent, "BLINDTRANSFER|s|hotline|1|1|1");
    } else {
      both(end, EventKind.COMPLETED, call, queue, agent, "COMPLETECALLER|1|1|1");
    }
    return end;
  }

  private void both(
      Instant at, EventKind kind, String call, String queue, String agent, String line) {
    ours(at, kind, call, queue, agent);
    String who = agent.isEmpty() ? "NONE" : agent;
    lines.add(
        new Line(at, at.getEpochSecond() + "|" + call + "|q-" + queue + "|" + who + "|" + line));
  }

  private void ours(Instant at, EventKind kind, String call, String queue, String agent) {
    events.add(QueueEvent.told(NODE, kind, at, call, queue, agent, ""));
  }
}
