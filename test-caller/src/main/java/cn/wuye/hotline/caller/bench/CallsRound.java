package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.bench.LoadMeter.Load;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One round of the bench {@code calls}.
 *
 * @param level calls at once
 * @param calls in all
 * @param complained callers who came so far as to say what is wrong
 * @param finished callers who heard the good-bye
 * @param lost complaints without a ticket
 * @param doubled complaints with more than one
 * @param secondsPerCall how long a call lasted
 * @param load of application, Asterisk and database while all calls were there
 */
record CallsRound(
    int level,
    int calls,
    int complained,
    int finished,
    int lost,
    int doubled,
    double secondsPerCall,
    Load load) {

  boolean holds(double mostCpu) {
    return complained == calls && lost == 0 && doubled == 0 && load.share() <= mostCpu;
  }

  Map<String, Object> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("concurrent", level);
    summary.put("calls", calls);
    summary.put("complained", complained);
    summary.put("finished", finished);
    summary.put("lost", lost);
    summary.put("doubled", doubled);
    summary.put("secondsPerCall", BenchResult.round(secondsPerCall));
    summary.put("fullLoadSeconds", BenchResult.round(load.seconds()));
    summary.put("cpuShare", BenchResult.round(load.share()));
    summary.put("cpuSecondsPerCallSecond", BenchResult.fine(load.cpuPerCallSecond()));
    return summary;
  }
}
