package cn.wuye.hotline.backend.queue.waiting;

import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.writer.CallerSteps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps in words what the log is told. */
final class FakeSteps implements CallerSteps {
  final List<String> told = new ArrayList<>();

  @Override
  public void waits(String call, String queue) {
    told.add("waits " + queue);
  }

  @Override
  public void left(String call, String queue, EventKind why, String detail) {
    told.add((why.code() + " " + queue + " " + detail).trim());
  }

  @Override
  public void talked(String call, String queue, String agent, Instant answered, Instant ended) {
    told.add(
        "talked %s %s %d s".formatted(queue, agent, Duration.between(answered, ended).toSeconds()));
  }

  @Override
  public void elsewhere(String call) {
    told.add("elsewhere");
  }
}
