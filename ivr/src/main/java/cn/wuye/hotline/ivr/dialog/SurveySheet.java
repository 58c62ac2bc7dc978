package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.port.Aspect;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.port.SurveyCase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which questions are put to a resident: four at most. Whether it was solved and how satisfied she
 * is come first. Who is not satisfied is asked about two of attitude, speed and result: not about
 * the result of what is not solved, else one of the three is left out in turn, so that all three
 * get their answers. Who is satisfied may be asked whether she would recommend.
 */
final class SurveySheet {
  static final int MOST = 4;

  /** No score. */
  static final int NONE = 0;

  /** The best score that is asked about any further. */
  private static final int LOW = 3;

  private final SurveyCase about;
  private final Set<Item> put = EnumSet.noneOf(Item.class);
  private @Nullable Solved solved;
  private int satisfaction = NONE;

  /** A question. */
  enum Item {
    SOLVED,
    SATISFACTION,
    ATTITUDE,
    SPEED,
    RESULT,
    RECOMMENDATION
  }

  SurveySheet(SurveyCase about) {
    this.about = about;
  }

  void solved(Solved answer) {
    solved = answer;
  }

  /** From 5 to 1, or {@link #NONE}. */
  void satisfaction(int score) {
    satisfaction = score;
  }

  /** That a question was put to its end, answered or not. */
  void done(Item item) {
    put.add(item);
  }

  /** Whether she has said that it is not solved. */
  boolean notSolved() {
    return solved == Solved.NOT_SOLVED;
  }

  /** The question that comes next; empty after the last. */
  Optional<Item> next() {
    return questions().stream().limit(MOST).filter(item -> !put.contains(item)).findFirst();
  }

  private List<Item> questions() {
    List<Item> items = new ArrayList<>(List.of(Item.SOLVED, Item.SATISFACTION));
    boolean low = satisfaction > NONE && satisfaction <= LOW;
    if (low) {
      for (Aspect aspect : Aspect.values()) {
        if (aspect != leftOut()) {
          items.add(Item.valueOf(aspect.name()));
        }
      }
    } else if (satisfaction > LOW && !notSolved() && about.recommends()) {
      items.add(Item.RECOMMENDATION);
    }
    return items;
  }

  private Aspect leftOut() {
    Aspect[] all = Aspect.values();
    boolean solvedWhole = solved == Solved.SOLVED;
    return solvedWhole ? all[(int) Math.floorMod(about.turn(), (long) all.length)] : Aspect.RESULT;
  }
}
