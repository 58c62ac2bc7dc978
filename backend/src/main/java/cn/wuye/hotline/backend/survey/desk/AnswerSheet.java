package cn.wuye.hotline.backend.survey.desk;

import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.followup.Entered;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.ivr.port.Solved;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has written down of a resident's answers. What is asked is what the hotline itself
 * would have asked, so that figures can be compared: the three sides of who gave 3 or less, the
 * recommendation of every third resident who gave more.
 *
 * @param solved null: not answered
 * @param satisfaction null: not answered
 * @param more {@link Item#ATTITUDE}, {@link Item#SPEED}, {@link Item#RESULT} (5 to 1) and {@link
 *     Item#RECOMMENDATION} (0 to 10), as far as they were answered
 * @param comment may be empty
 * @param person she wants somebody to phone her
 * @param declined she wants no surveys any more
 */
public record AnswerSheet(
    @Nullable Solved solved,
    @Nullable Satisfaction satisfaction,
    Map<Item, Integer> more,
    String comment,
    boolean person,
    boolean declined) {
  /** The sides that are asked of who is not satisfied. */
  public static final List<Item> SIDES = List.of(Item.ATTITUDE, Item.SPEED, Item.RESULT);

  public AnswerSheet {
    more = Map.copyOf(more);
  }

  /** Whether nothing of it decides anything. */
  public boolean empty() {
    return solved == null && satisfaction == null && !person && !declined;
  }

  /**
   * Those answers that the hotline would not have asked for.
   *
   * @param recommends whether this survey asks for the recommendation
   */
  public Set<Item> notAsked(boolean recommends) {
    List<Item> wrong = new ArrayList<>(more.keySet());
    if (satisfaction != null && satisfaction.low()) {
      wrong.removeAll(SIDES);
    } else if (satisfaction != null && solved != Solved.NOT_SOLVED && recommends) {
      wrong.remove(Item.RECOMMENDATION);
    }
    return Set.copyOf(wrong);
  }

  /** The same without those. */
  public AnswerSheet asked(boolean recommends) {
    Set<Item> wrong = notAsked(recommends);
    Map<Item, Integer> left = new EnumMap<>(Item.class);
    more.forEach(
        (item, value) -> {
          if (!wrong.contains(item)) {
            left.put(item, value);
          }
        });
    return new AnswerSheet(solved, satisfaction, left, comment, person, declined);
  }

  /** To be entered; it is not {@link #empty()}. */
  Entered entered() {
    return new Entered(
        Optional.ofNullable(solved),
        Optional.ofNullable(satisfaction),
        more,
        comment,
        person,
        declined);
  }
}
