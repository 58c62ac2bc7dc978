package cn.wuye.hotline.backend.deadline.bench;

import cn.wuye.hotline.backend.deadline.HistoryEvent;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Created;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Paused;
import cn.wuye.hotline.backend.deadline.HistoryEvent.ProfileChanged;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Reached;
import cn.wuye.hotline.backend.deadline.Milestone;
import cn.wuye.hotline.backend.deadline.TicketHistory;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tickets of a year, at every stage of their lives, some paused, changed or re-opened. */
final class RandomTickets {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final int YEAR_MINUTES = 365 * 24 * 60;
  private static final List<Milestone> WAY =
      List.of(
          Milestone.ACCEPTED,
          Milestone.DISPATCHED,
          Milestone.ON_SITE,
          Milestone.SOLVED,
          Milestone.CALLED_BACK,
          Milestone.ENDED);

  private final Random random;
  private final List<HistoryEvent> events = new ArrayList<>();
  private Instant at;

  private RandomTickets(Random random) {
    this.random = random;
    this.at = FIRST.plusSeconds(60L * random.nextInt(YEAR_MINUTES));
  }

  static List<TicketHistory> histories(Random random, int count) {
    List<TicketHistory> histories = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      histories.add(new RandomTickets(random).history());
    }
    return histories;
  }

  private TicketHistory history() {
    TicketProfile profile =
        new TicketProfile(
            pick(Kind.values()),
            random.nextInt(5) == 0 ? "environment" : "facilities",
            random.nextBoolean() ? "cleaning" : "lift",
            pick(Urgency.values()),
            new EstateId(1 + random.nextInt(500)),
            "");
    events.add(new Created(at, profile, true));
    int steps = random.nextInt(WAY.size() + 1);
    for (Milestone milestone : WAY.subList(0, steps)) {
      if (random.nextInt(5) == 0 && milestone != Milestone.ENDED) {
        pass(60);
        events.add(new Paused(at, pick(PauseReason.values())));
        reached(Milestone.RESUMED, 3_000);
      }
      if (random.nextInt(20) == 0) {
        pass(60);
        profile = profile.withUrgency(pick(Urgency.values()));
        events.add(new ProfileChanged(at, profile));
      }
      if (random.nextInt(20) == 0 && milestone == Milestone.CALLED_BACK) {
        reached(Milestone.REOPENED, 600);
        reached(Milestone.SOLVED, 3_000);
      }
      reached(milestone, 1_500);
    }
    return new TicketHistory(events);
  }

  private void reached(Milestone milestone, int withinMinutes) {
    pass(withinMinutes);
    events.add(new Reached(at, milestone));
  }

  private void pass(int withinMinutes) {
    at = at.plusSeconds(60L * random.nextInt(withinMinutes));
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
