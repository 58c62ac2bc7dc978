package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.database.SharedJob;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Draws every week that has ended and was not drawn yet: early on Monday, or when it can. */
@Component
class WeeklyDraw implements SharedJob {
  /** Older ones are no use to anybody. */
  private static final int MOST_WEEKS = 26;

  private final Drawing drawing;
  private final Clock clock;

  WeeklyDraw(Drawing drawing, Clock clock) {
    this.drawing = drawing;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "quality-draw";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    Week last = Week.lastEnded(clock.instant());
    Week oldest = last.before(MOST_WEEKS - 1);
    Week next = drawing.last().map(Week::next).orElse(last);
    if (next.monday().isBefore(oldest.monday())) {
      next = oldest;
    }
    while (!next.monday().isAfter(last.monday()) && !stopping.getAsBoolean()) {
      drawing.draw(next);
      next = next.next();
    }
  }
}
