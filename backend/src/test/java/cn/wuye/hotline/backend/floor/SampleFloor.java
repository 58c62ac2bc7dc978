package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.estate.EstateId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small floor for tests: two estates with a queue of their own, and one queue for all. */
public final class SampleFloor {
  public static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  public static final EstateId SUN = new EstateId(1);
  public static final EstateId GARDEN = new EstateId(2);

  public static final Book BOOK =
      new Book(
          Map.of(
              "sun", new Book.Queue("sun", "阳光", Set.of("yue"), Set.of(SUN)),
              "garden", new Book.Queue("garden", "金桂", Set.of(), Set.of(GARDEN)),
              "general", new Book.Queue("general", "综合", Set.of(), Set.of())),
          Map.of(
              "1001", new Book.Person("1001", "王小明", Set.of(SUN)),
              "1002", new Book.Person("1002", "李芳", Set.of(GARDEN)),
              "1003", new Book.Person("1003", "1003", Set.of())),
          Map.of(SUN, "阳光花园", GARDEN, "金桂苑"));

  private SampleFloor() {}

  /** Who has waited so many seconds. */
  public static Caller caller(String call, String queue, String estate, long seconds) {
    return new Caller(
        call,
        queue,
        NOW.minusSeconds(seconds),
        "138****0001",
        estate,
        "cmn",
        false,
        "电梯坏了 " + call);
  }

  /** Who has been at it for so many seconds. */
  public static Agent agent(String extension, Doing doing, long seconds, String... queues) {
    return new Agent(extension, doing, NOW.minusSeconds(seconds), null, "", List.of(queues));
  }

  /** A node that sees its Asterisk. */
  public static NodePart part(String node, List<Caller> callers, List<Agent> agents) {
    return part(node, callers, agents, List.of());
  }

  /** The same, where some talk with the machine. */
  public static NodePart part(
      String node, List<Caller> callers, List<Agent> agents, List<MachineCaller> machine) {
    return new NodePart(node, true, NOW.minusSeconds(3600), callers, agents, machine);
  }

  /** Who has talked with the machine for so many seconds. */
  public static MachineCaller machine(String call, String estate, long seconds) {
    return new MachineCaller(
        call,
        NOW.minusSeconds(seconds),
        "138****0002",
        estate,
        "yue",
        false,
        "请问发生了什么事？",
        "电梯停在 " + call);
  }
}
