package cn.wuye.hotline.backend.floor.alarm;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.floor.Alarm;
import cn.wuye.hotline.backend.floor.Book;
import cn.wuye.hotline.backend.floor.Watcher;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.contact.OnDutyContacts;
import cn.wuye.hotline.backend.persistence.Columns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is told of an alarm by a rule. */
@Component
class AlarmPeople {
  private final JdbcClient jdbc;
  private final OnDutyContacts duty;

  AlarmPeople(JdbcClient jdbc, OnDutyContacts duty) {
    this.jdbc = jdbc;
    this.duty = duty;
  }

  List<Addressee> of(AlarmRule rule, Alarm alarm) {
    return rule.user() == 0
        ? onDuty(alarm)
        : user(rule.user(), alarm.queue()).<List<Addressee>>map(List::of).orElse(List.of());
  }

  /** Empty for one who may not sign in any more, or sees none of the queue's estates. */
  private Optional<Addressee> user(long id, Book.Queue queue) {
    return jdbc.sql("SELECT username, all_estates FROM app_user WHERE id = ? AND enabled")
        .param(id)
        .query(
            (row, n) ->
                new User(
                    Columns.text(row, "username"),
                    row.getBoolean("all_estates") ? EstateScope.ALL : EstateScope.of(estates(id))))
        .optional()
        .filter(user -> new Watcher(user.scope()).sees(queue))
        .map(user -> new Addressee.Staff(user.login()));
  }

  private record User(String login, EstateScope scope) {}

  private Set<EstateId> estates(long user) {
    return jdbc
        .sql("SELECT estate_id FROM app_user_estate WHERE user_id = ?")
        .param(user)
        .query(Long.class)
        .list()
        .stream()
        .map(EstateId::new)
        .collect(Collectors.toSet());
  }

  /** Of each estate whose callers it is about; one phone that serves several is told once. */
  private List<Addressee> onDuty(Alarm alarm) {
    Map<String, Addressee> byNumber = new LinkedHashMap<>();
    for (Optional<EstateId> whose : estates(alarm)) {
      EstateId estate = whose.orElse(null);
      duty.mobile(estate)
          .ifPresent(number -> byNumber.putIfAbsent(number, new Addressee.OnDuty(estate)));
    }
    return List.copyOf(byNumber.values());
  }

  /**
   * In an order that is the same on every node; empty for the company. A caller of whom it is not
   * known belongs to the only estate of the queue, or to the company.
   */
  private static List<Optional<EstateId>> estates(Alarm alarm) {
    Set<EstateId> served = alarm.queue().estates();
    Optional<EstateId> other =
        served.size() == 1 ? Optional.of(served.iterator().next()) : Optional.empty();
    return alarm.estates().isEmpty()
        ? List.of(other)
        : alarm.estates().stream()
            .sorted()
            .map(id -> EstateId.find(id).or(() -> other))
            .distinct()
            .toList();
  }
}
