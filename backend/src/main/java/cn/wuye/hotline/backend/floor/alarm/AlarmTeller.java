package cn.wuye.hotline.backend.floor.alarm;

import cn.wuye.hotline.backend.floor.Alarm;
import cn.wuye.hotline.backend.floor.alarm.AlarmRows.Episode;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.queue.QueueData;
import cn.wuye.hotline.backend.queue.QueueManner;
import cn.wuye.hotline.backend.queue.QueueTables;
import cn.wuye.hotline.ivr.wording.ServiceHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Tells of alarms that stand: each person once in an episode, by whichever node comes first, and no
 * more often in an hour than a rule allows. What is held back by that is told later if it still
 * stands.
 */
@Component
class AlarmTeller {
  /** An alarm that comes back within this time has not been away. */
  static final Duration GONE = Duration.ofMinutes(1);

  private static final String EVENT = "floor-alarm";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ServiceHours.ZONE);

  private final AlarmRules rules;
  private final AlarmPeople people;
  private final AlarmRows rows;
  private final QueueTables queues;
  private final Outbox outbox;
  private final Transactions transactions;

  AlarmTeller(
      AlarmRules rules,
      AlarmPeople people,
      AlarmRows rows,
      QueueTables queues,
      Outbox outbox,
      Transactions transactions) {
    this.rules = rules;
    this.people = people;
    this.rows = rows;
    this.queues = queues;
    this.outbox = outbox;
    this.transactions = transactions;
  }

  /** Alarms as this node sees them; called every few seconds. */
  void round(List<Alarm> alarms, Instant now) {
    rows.unseenSince(now.minus(GONE)).forEach(episode -> end(episode, now));
    List<AlarmRule> known = rules.list();
    if (known.isEmpty() || alarms.isEmpty()) {
      return;
    }
    QueueData defined = queues.read();
    alarms.stream()
        .filter(alarm -> known.stream().anyMatch(rule -> rule.isAbout(alarm)))
        .filter(alarm -> atThisHour(alarm, defined, now))
        .forEach(alarm -> tell(alarm, known, now));
  }

  /** An emergency at any hour, anything else while the queue is open. */
  private static boolean atThisHour(Alarm alarm, QueueData defined, Instant now) {
    if (alarm.kind() == Alarm.Kind.EMERGENCY) {
      return true;
    }
    QueueManner manner =
        defined.queue(alarm.queue().code()).map(defined::manner).orElse(QueueManner.PLAIN);
    return !manner.hands().shut()
        && manner.hours().open(LocalDateTime.ofInstant(now, ServiceHours.ZONE));
  }

  private void tell(Alarm alarm, List<AlarmRule> known, Instant now) {
    Episode episode =
        rows.seen(alarm.kind().code() + ":" + alarm.queue().code() + ":" + alarm.dialect(), now);
    for (AlarmRule rule : known) {
      if (rule.isAbout(alarm) && !episode.began().plus(rule.after()).isAfter(now)) {
        List<String> told = rows.told(episode);
        for (Addressee to : people.of(rule, alarm)) {
          String person = person(to);
          if (!told.contains(person)) {
            transactions.run(() -> tell(alarm, episode, to, rule, now));
          }
        }
      }
    }
  }

  private boolean tell(Alarm alarm, Episode episode, Addressee to, AlarmRule rule, Instant now) {
    rows.oneAtATime();
    String person = person(to);
    return rows.lately(person, now) < rule.perHour()
        && rows.tell(episode, person, now)
        && outbox.write(notice(alarm, episode, to, person));
  }

  private static Notice notice(Alarm alarm, Episode episode, Addressee to, String person) {
    Map<String, String> values = new HashMap<>();
    values.put("alarm", alarm.kind().code());
    values.put("queue", alarm.queue().title());
    values.put("since", TIME.format(Objects.requireNonNullElse(alarm.since(), episode.began())));
    if (!alarm.dialect().isEmpty()) {
      values.put("dialect", alarm.dialect());
    }
    if (alarm.callers() > 0) {
      values.put("waiting", Integer.toString(alarm.callers()));
    }
    return new Notice(
        EVENT, to, null, values, alarm.kind() == Alarm.Kind.EMERGENCY, episode.once(person));
  }

  /** As it is kept; there is no other sort of people. */
  private static String person(Addressee to) {
    if (to instanceof Addressee.OnDuty duty) {
      return "on-duty:" + (duty.estate() == null ? "" : duty.estate());
    }
    return "staff:" + ((Addressee.Staff) to).login();
  }

  /** What still waits to be sent is of no use any more. */
  private void end(Episode episode, Instant now) {
    transactions.run(
        () -> {
          boolean ended = rows.end(episode, now.minus(GONE));
          if (ended) {
            outbox.withdraw(rows.told(episode).stream().map(episode::once).toList());
            rows.forget(now);
          }
          return ended;
        });
  }
}
