package cn.wuye.hotline.backend.floor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a screen shows, as it is sent. Moments are milliseconds since 1970. */
public sealed interface Item {
  /**
   * A node.
   *
   * @param standing code of a {@link Standing}
   */
  record NodeItem(String node, String standing, long since) implements Item {}

  /**
   * A queue now, as far as it is seen.
   *
   * @param dialects codes
   * @param since when the longest wait began; 0 while nobody waits
   * @param busy agents who ring, talk or wrap up
   * @param away agents who pause or whose phone is away
   * @param shut whether it is closed by hand
   * @param storm code of a storm mode
   * @param announcement what callers hear first in a storm; empty also where who looks may not
   *     change it
   * @param recording the id of the announcement's recording; 0 where it is synthesised, or nothing
   *     is announced
   * @param leads whether who looks may close it, and move callers in it
   */
  record QueueItem(
      String code,
      String title,
      List<String> dialects,
      int waiting,
      long since,
      int ready,
      int busy,
      int away,
      boolean shut,
      String storm,
      String announcement,
      long recording,
      boolean leads)
      implements Item {}

  /**
   * The day's figures of a queue, or of all together. Percents are 0–100, times seconds, all to one
   * decimal; null where there is nothing of which it could be told.
   *
   * @param served service level with those who hung up against it
   * @param servedOfAnswered the same of those who were answered alone
   * @param waiting by minute, as in {@link QueueFigures}
   */
  record FigureItem(
      String code,
      @Nullable Double served,
      @Nullable Double servedOfAnswered,
      @Nullable Double speedOfAnswer,
      @Nullable Double abandonRate,
      @Nullable Double handlingTime,
      @Nullable Double occupancy,
      double longestWait,
      int callBacks,
      long offered,
      long answered,
      long abandoned,
      List<Integer> waiting,
      List<Integer> answeredByMinute)
      implements Item {}

  /**
   * A caller who waits.
   *
   * @param queue its code
   * @param stale whether her node is not seen now
   * @param estate its name; empty while unknown
   * @param leads whether who looks may move her
   */
  record CallerItem(
      String call,
      String queue,
      String node,
      boolean stale,
      long since,
      String phone,
      String estate,
      String dialect,
      boolean emergency,
      String words,
      boolean leads)
      implements Item {}

  /**
   * Who talks with the machine.
   *
   * @param stale whether her node is not seen now
   * @param since when her call was answered
   * @param estate its name; empty while unknown
   * @param prompt what the machine said last
   * @param words what she has said so far
   */
  record MachineItem(
      String call,
      String node,
      boolean stale,
      long since,
      String phone,
      String estate,
      String dialect,
      boolean emergency,
      String prompt,
      String words)
      implements Item {}

  /**
   * An agent.
   *
   * @param doing code of a {@link Doing}
   * @param until when a wrap-up ends; 0 else
   * @param queues titles of those that may be seen
   * @param lentTo title of the one queue where she is for the time being; empty for none, or when
   *     it may not be seen
   * @param lentUntil until when; 0 with no such queue
   * @param handled talks of today
   * @param missed rings of today that nobody answered
   * @param leads whether who looks may step in
   * @param call the caller's channel, where who looks may step into the talk; else empty
   */
  record AgentItem(
      String extension,
      String name,
      String node,
      boolean stale,
      String doing,
      long since,
      long until,
      String reason,
      List<String> queues,
      String lentTo,
      long lentUntil,
      long handled,
      long missed,
      @Nullable Double handlingTime,
      @Nullable Double occupancy,
      boolean leads,
      String call)
      implements Item {}

  /**
   * Something that must not stay as it is.
   *
   * @param kind code of an {@link Alarm.Kind}
   * @param danger whether it is worse than a warning
   * @param queue title
   * @param dialect code of what nobody speaks; else empty
   * @param since since when; 0 where it has no beginning
   */
  record AlarmItem(String kind, boolean danger, String queue, String dialect, long since)
      implements Item {}
}
