package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.call.QueueCaller.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What each of many callers will do, by a seed. */
final class CallerPlans {
  private static final Duration LONG = Duration.ofSeconds(100);
  private static final Duration NEVER = Duration.ofHours(1);

  /** A choice comes when she has waited for 20 s; keys before it do nothing. */
  private static final Duration CHOICE = Duration.ofSeconds(16);

  private static final long FIRST_NUMBER = 13_730_000_000L;

  private static final int STAYS = 50;
  private static final int GIVES_UP = 75;
  private static final int CALL_BACK = 87;
  private static final int KEY = 93;
  private static final int MACHINE = 97;
  private static final int RESIDENT_PERCENT = 25;

  private final Random random;
  private final List<String> residents;
  private final List<String> talked = new ArrayList<>();

  /**
   * @param residents numbers that are known, of an estate with a queue of its own
   */
  CallerPlans(long seed, List<String> residents) {
    this.random = new Random(seed);
    this.residents = List.copyOf(residents);
  }

  List<Plan> plans(int calls) {
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      plans.add(plan(i));
    }
    return plans;
  }

  /** Those who may be phoned back. */
  static List<String> numbersCalledBack(List<Plan> plans) {
    return plans.stream().filter(plan -> plan.keys().equals("2")).map(Plan::from).toList();
  }

  private Plan plan(int i) {
    int kind = random.nextInt(100);
    Duration talk = Duration.ofMillis(1000 + random.nextInt(9000));
    if (kind < STAYS) {
      String from = number(i);
      talked.add(from);
      return new Plan(from, LONG, "", NEVER, false, talk);
    }
    if (kind < GIVES_UP) {
      Duration patience = Duration.ofMillis(1000 + random.nextInt(17_000));
      return new Plan(number(i), patience, "", NEVER, false, talk);
    }
    if (kind < CALL_BACK) {
      // A number of her own: one call-back each.
      return new Plan(String.valueOf(FIRST_NUMBER + i), LONG, "2", CHOICE, true, talk);
    }
    if (kind < KEY) {
      Duration from = Duration.ofMillis(3000 + random.nextInt(6000));
      return new Plan(number(i), LONG, "1", from, false, talk);
    }
    if (kind < MACHINE || talked.isEmpty()) {
      return new Plan(number(i), Duration.ofSeconds(40), "3", CHOICE, true, talk);
    }
    // Who has called before: her last agent is rung first.
    String again = talked.get(random.nextInt(talked.size()));
    return new Plan(again, LONG, "", NEVER, false, talk);
  }

  private String number(int i) {
    boolean known = !residents.isEmpty() && random.nextInt(100) < RESIDENT_PERCENT;
    return known
        ? residents.get(random.nextInt(residents.size()))
        : String.valueOf(FIRST_NUMBER + i);
  }
}
