package cn.wuye.hotline.router.queue;

import java.util.List;
import java.util.Set;

/** The queues of a small company, for tests. */
final class Queues {
  static final QueueDefinition GENERAL = queue("general", Set.of(), Set.of());
  static final QueueDefinition NORTH = queue("north", Set.of(), Set.of("1", "2"));
  static final QueueDefinition YUE = queue("yue", Set.of(Skill.dialect("yue")), Set.of());
  static final QueueDefinition FEES = queue("fees", Set.of(Skill.category("fees")), Set.of());
  static final QueueDefinition URGENT = queue("urgent", Set.of(Skill.EMERGENCY), Set.of());
  static final QueueDefinition URGENT_YUE =
      queue("urgent-yue", Set.of(Skill.EMERGENCY, Skill.dialect("yue")), Set.of());
  static final List<QueueDefinition> ALL = List.of(FEES, URGENT_YUE, YUE, GENERAL, NORTH, URGENT);

  private Queues() {}

  static QueueDefinition queue(String code, Set<Skill> skills, Set<String> estates) {
    return new QueueDefinition(code, code, skills, estates, 0, QueueLimits.DEFAULT);
  }

  static CallerNeeds caller(String estate, String dialect, String category) {
    return new CallerNeeds(estate, dialect, category, false, false);
  }
}
