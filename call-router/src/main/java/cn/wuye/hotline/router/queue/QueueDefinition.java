package cn.wuye.hotline.router.queue;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A queue as the company defines it: whoever is in it has all its skills.
 *
 * @param code small letters, digits and hyphens, 1–30
 * @param title as people call it
 * @param estates the ids of the estates it serves; empty for all
 * @param weight of two queues that want the same agent, the heavier one gets her; 0–100
 */
public record QueueDefinition(
    String code,
    String title,
    Set<Skill> skills,
    Set<String> estates,
    int weight,
    QueueLimits limits) {
  private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,30}");
  private static final String PREFIX = "q-";

  public QueueDefinition {
    skills = Set.copyOf(skills);
    estates = Set.copyOf(estates);
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("no code of a queue: '" + code + "'");
    }
    if (weight < 0 || weight > 100) {
      throw new IllegalArgumentException("weight must be 0 to 100, is " + weight);
    }
  }

  /** What Asterisk calls it; never the name of a section that means something else there. */
  public String asteriskName() {
    return PREFIX + code;
  }

  /** The code of what Asterisk calls a queue; one that is none of ours keeps its name. */
  public static String codeOf(String asteriskName) {
    return asteriskName.startsWith(PREFIX) ? asteriskName.substring(PREFIX.length()) : asteriskName;
  }

  /** The name of the rule by which its ring widens. */
  public String ruleName() {
    return "wide-" + code;
  }

  /**
   * Whether callers of an estate belong here; who called from nowhere known belongs to the queues
   * for all.
   */
  public boolean serves(String estateId) {
    return estates.isEmpty() || estates.contains(estateId);
  }
}
