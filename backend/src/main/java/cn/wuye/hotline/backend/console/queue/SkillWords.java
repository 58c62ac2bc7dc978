package cn.wuye.hotline.backend.console.queue;

import cn.wuye.hotline.router.queue.Skill;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Skills as people type them: as {@link Skill} writes them, separated by spaces. */
final class SkillWords {
  private SkillWords() {}

  /** Empty when one of them is none. */
  static Optional<Set<Skill>> read(String typed) {
    Set<Skill> read = new LinkedHashSet<>();
    for (String word : typed.strip().split("[\\s,，]+")) {
      try {
        if (!word.isEmpty()) {
          read.add(Skill.parse(word));
        }
      } catch (IllegalArgumentException none) {
        return Optional.empty();
      }
    }
    return Optional.of(read);
  }

  static String text(Collection<Skill> skills) {
    return skills.stream().sorted().map(Skill::toString).collect(Collectors.joining(" "));
  }
}
