package cn.wuye.hotline.backend.health;

import cn.wuye.hotline.backend.database.Periodically;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether the background work goes on: each job's last round, the next, and what went wrong. */
@Component("jobsHealthIndicator")
final class JobsHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");
  // A round that takes longer hangs, whatever it does.
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);

  private final Clock clock;

  JobsHealth(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Health health() {
    List<Periodically.Job> jobs = Periodically.jobs();
    List<String> failed = new ArrayList<>();
    List<String> hanging = new ArrayList<>();
    Map<String, Object> all = new TreeMap<>();
    for (Periodically.Job job : jobs) {
      if (!job.error().isEmpty()) {
        failed.add(job.name());
      }
      if (job.runningFor().filter(time -> time.compareTo(LONGEST_ROUND) > 0).isPresent()) {
        hanging.add(job.name());
      }
      all.put(job.name(), told(job));
    }
    boolean well = failed.isEmpty() && hanging.isEmpty();
    return Health.status(well ? Status.UP : DEGRADED)
        .withDetail("count", jobs.size())
        .withDetail("failed", String.join(", ", failed))
        .withDetail("hanging", String.join(", ", hanging))
        .withDetail(NodeFacts.STATE, well ? "ok" : hanging.isEmpty() ? "failed" : "hanging")
        .withDetail("jobs", all)
        .build();
  }

  private String told(Periodically.Job job) {
    String last =
        job.sinceEnd().map(ago -> "last " + clock.instant().minus(ago)).orElse("no round yet");
    String next =
        job.sinceEnd()
            .map(ago -> ", next " + clock.instant().minus(ago).plus(job.pause()))
            .orElse("");
    String now =
        job.runningFor().map(time -> ", running for " + time.toSeconds() + " s").orElse("");
    return last + next + now + (job.error().isEmpty() ? "" : ", failed: " + job.error());
  }
}
