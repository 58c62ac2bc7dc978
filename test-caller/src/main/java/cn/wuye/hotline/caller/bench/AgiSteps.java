package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What Asterisk wrote of the calls of the bench {@code agi}: a line a call, the moment before the
 * dialog and those at the end of its three steps, in milliseconds by one clock.
 *
 * @param calls dialogs that came to their end
 * @param stepMillis how long each step of each of them took
 * @param rate dialogs begun a second; 0 when there were not two
 */
record AgiSteps(int calls, List<Integer> stepMillis, double rate) {
  private static final int MOMENTS = 4;

  static AgiSteps read(Path file) throws IOException {
    return Files.exists(file) ? of(Files.readAllLines(file)) : of(List.of());
  }

  /** Calls that were broken off in a step have fewer moments and do not count. */
  static AgiSteps of(List<String> lines) {
    List<Integer> steps = new ArrayList<>();
    int calls = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (String line : lines) {
      String[] moments = line.strip().split(" +");
      if (moments.length == MOMENTS && line.strip().matches("[0-9 ]+")) {
        calls++;
        long before = Long.parseLong(moments[0]);
        first = Math.min(first, before);
        last = Math.max(last, before);
        for (int i = 1; i < MOMENTS; i++) {
          long at = Long.parseLong(moments[i]);
          steps.add((int) (at - before));
          before = at;
        }
      }
    }
    double rate = calls < 2 || last == first ? 0 : (calls - 1) * 1000.0 / (last - first);
    return new AgiSteps(calls, List.copyOf(steps), rate);
  }

  double p99() {
    return Percentiles.at(stepMillis, 0.99);
  }
}
