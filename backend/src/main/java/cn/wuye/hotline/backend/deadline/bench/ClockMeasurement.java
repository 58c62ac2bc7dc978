package cn.wuye.hotline.backend.deadline.bench;

import cn.wuye.hotline.backend.deadline.ClockCalculator;
import cn.wuye.hotline.backend.deadline.TicketHistory;
import cn.wuye.hotline.backend.deadline.calendar.CalendarBook;
import cn.wuye.hotline.backend.deadline.calendar.ShippedCalendar;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.deadline.rule.Rulebook;
import cn.wuye.hotline.backend.deadline.rule.ShippedRules;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Calculates the clocks of random tickets with the shipped rules and calendar, on one thread.
 * Prints a line {@code round seconds=… cpu=… clocks=… tickets=… ceiling=…} for each round; the
 * ceiling is how many due times a second the calendar alone gives. The first round pays for the
 * cold JVM.
 */
public final class ClockMeasurement {
  private static final int TICKETS = 20_000;
  private static final Instant NOW = Instant.parse("2026-12-31T16:00:00Z");

  private ClockMeasurement() {}

  /**
   * Measures.
   *
   * @param arguments how many rounds, and how many clocks in each
   */
  public static void main(String[] arguments) {
    int rounds = Integer.parseInt(arguments[0]);
    int clocks = Integer.parseInt(arguments[1]);
    WorkingCalendar calendar = ShippedCalendar.read();
    ClockCalculator calculator =
        new ClockCalculator(new Rulebook(ShippedRules.read()), CalendarBook.of(calendar));
    List<TicketHistory> tickets = RandomTickets.histories(new Random(1), TICKETS);
    for (int round = 0; round < rounds; round++) {
      measure(calculator, calendar, tickets, clocks);
    }
  }

  private static void measure(
      ClockCalculator calculator,
      WorkingCalendar calendar,
      List<TicketHistory> tickets,
      int clocks) {
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long begin = System.nanoTime();
    int calculated = 0;
    int ticket = 0;
    while (calculated < clocks) {
      TicketHistory history = tickets.get(ticket % tickets.size());
      calculated += calculator.calculate(history, NOW).all().size();
      ticket++;
    }
    double seconds = seconds(System.nanoTime() - begin);
    double used = seconds(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);
    System.out.printf(
        "round seconds=%.3f cpu=%.3f clocks=%d tickets=%d ceiling=%.0f%n",
        seconds, used, calculated, ticket, bare(calendar, tickets, clocks));
  }

  /** Due times a second by the calendar alone. */
  private static double bare(WorkingCalendar calendar, List<TicketHistory> tickets, int dueTimes) {
    long hours = TimeUnit.HOURS.toMillis(24);
    long begin = System.nanoTime();
    long sum = 0;
    for (int i = 0; i < dueTimes; i++) {
      long start = tickets.get(i % tickets.size()).created().at().toEpochMilli();
      sum += calendar.after(start, hours);
    }
    // The sum is used, or the loop might be left out.
    return sum == 0 ? 0 : dueTimes / seconds(System.nanoTime() - begin);
  }

  private static double seconds(long nanos) {
    return nanos / (double) TimeUnit.SECONDS.toNanos(1);
  }
}
