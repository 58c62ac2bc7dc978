package cn.wuye.hotline.router.queue;

import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of a caller who wants a person.
 *
 * @param estateId empty when unknown
 * @param dialect BCP 47-like code; {@code cmn} and empty need nobody special
 * @param category code of what it is about; empty when unknown
 * @param older whether she is known to be 65 or older
 */
public record CallerNeeds(
    String estateId, String dialect, String category, boolean emergency, boolean older) {
  /** What everybody speaks. */
  public static final String MANDARIN = "cmn";

  /** The skills that would serve her best. */
  public Set<Skill> skills() {
    Set<Skill> wanted = new TreeSet<>();
    if (emergency) {
      wanted.add(Skill.EMERGENCY);
    }
    if (!dialect.isEmpty() && !dialect.equals(MANDARIN)) {
      wanted.add(Skill.dialect(dialect));
    }
    if (!category.isEmpty()) {
      wanted.add(Skill.category(category));
    }
    return wanted;
  }
}
