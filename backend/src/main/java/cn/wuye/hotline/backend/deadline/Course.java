package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.calendar.TimeLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How time passes for one clock: from its start, in its time line, without the interruptions. */
final class Course {
  private final TimeLine line;
  private final long start;
  private final List<Interruption> interruptions;

  /**
   * @param interruptions in order, not overlapping; only the last may be open
   */
  Course(TimeLine line, Instant start, List<Interruption> interruptions) {
    this.line = line;
    this.start = start.toEpochMilli();
    this.interruptions = interruptions.isEmpty() ? interruptions : after(start, interruptions);
  }

  /** What is left out, with what is open left open. */
  List<Interruption> interruptions() {
    return interruptions;
  }

  /** What is left out before a moment. */
  List<Interruption> interruptions(Instant until) {
    return interruptions.stream()
        .filter(interruption -> interruption.from().isBefore(until))
        .map(interruption -> interruption.until(until))
        .toList();
  }

  /** The same, with what is open closed at a moment. */
  Course closedAt(Instant moment) {
    return interruptions.isEmpty()
        ? this
        : new Course(line, Instant.ofEpochMilli(start), interruptions(moment));
  }

  /** Milliseconds counted until a moment. */
  long elapsed(Instant moment) {
    long until = moment.toEpochMilli();
    long sum = line.between(start, until);
    for (Interruption interruption : interruptions) {
      sum -= line.between(interruption.from().toEpochMilli(), Math.min(until, end(interruption)));
    }
    return sum;
  }

  /** The last moment at which no more has elapsed; null while an open pause comes before it. */
  @Nullable Instant due(long within) {
    long left = within;
    long from = start;
    for (Interruption interruption : interruptions) {
      long before = line.between(from, interruption.from().toEpochMilli());
      if (left < before) {
        break;
      }
      if (interruption.to() == null) {
        return null;
      }
      left -= before;
      from = end(interruption);
    }
    return Instant.ofEpochMilli(line.after(from, left));
  }

  private static long end(Interruption interruption) {
    Instant to = interruption.to();
    return to == null ? Long.MAX_VALUE : to.toEpochMilli();
  }

  private static List<Interruption> after(Instant start, List<Interruption> all) {
    List<Interruption> later = new ArrayList<>();
    for (Interruption each : all) {
      Instant to = each.to();
      if (to == null || to.isAfter(start)) {
        boolean whole = each.from().isAfter(start);
        later.add(whole ? each : new Interruption(start, to, each.reason()));
      }
    }
    return later;
  }
}
