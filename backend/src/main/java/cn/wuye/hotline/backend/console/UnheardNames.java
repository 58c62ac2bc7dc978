package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.wording.NameReview;
import cn.wuye.hotline.backend.wording.NameReview.Unheard;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names that callers say in vain, in sentences: which, why, and what helps. */
@Component
class UnheardNames {
  /** What they are told who cannot change a name. */
  static final Found NOTHING = new Found(List.of(), 0);

  /** So many are read; more have one cause. */
  private static final int MOST = 50;

  private final NameReview review;
  private final Labels labels;

  UnheardNames(NameReview review, Labels labels) {
    this.review = review;
    this.labels = labels;
  }

  /** A sentence, with the estate that it is about. */
  record Line(String estate, String name, String text) {}

  /**
   * The first of them, and how many there are.
   *
   * @param lines at most {@value #MOST}
   */
  record Found(List<Line> lines, int count) {}

  Found of(List<Estate> estates) {
    List<Unheard> all = review.of(estates);
    return new Found(all.stream().limit(MOST).map(this::line).toList(), all.size());
  }

  /**
   * All of one estate.
   *
   * @param estates among which it is
   */
  List<Line> in(EstateId estate, List<Estate> estates) {
    return review.of(estates).stream()
        .filter(each -> each.estate().requireId().equals(estate))
        .map(this::line)
        .toList();
  }

  private Line line(Unheard each) {
    return new Line(each.estate().requireId().toString(), each.estate().name(), sentence(each));
  }

  private String sentence(Unheard each) {
    return switch (each.reason()) {
      case UNSPELLABLE ->
          each.details().isEmpty()
              ? labels.text("estates.unheard.signs", each.name())
              : labels.text(
                  "estates.unheard.characters",
                  each.name(),
                  String.join(labels.text("estates.unheard.join"), each.details()));
      case SOUNDS_LIKE ->
          labels.text(
              "estates.unheard.alike", each.name(), each.details().get(0), each.details().get(1));
      case LATE -> labels.text("estates.unheard.late", each.name(), each.details().get(0));
    };
  }
}
