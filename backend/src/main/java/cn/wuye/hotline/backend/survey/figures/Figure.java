package cn.wuye.hotline.backend.survey.figures;

import cn.wuye.hotline.backend.survey.Share;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * What surveys have brought of one owner, department, estate or third party. Who was not reached is
 * counted, but in no mean and no share: she is not satisfied.
 *
 * @param who login, code or id; empty string for nobody
 * @param settled surveys that are over: answered, unreached and declined
 * @param scored answers with a score
 * @param scores the sum of these scores, 20–100 each
 * @param satisfied scores of 80 and 100
 * @param told answers to whether it was solved
 * @param solved those that said yes, wholly
 * @param dissatisfied not solved, or 40 and less: the work began again
 * @param recommended answers to whether she would recommend, 0–10
 * @param promoters of 9 and 10
 * @param detractors of 6 and less
 */
public record Figure(
    String who,
    long settled,
    long answered,
    long unreached,
    long declined,
    long scored,
    long scores,
    long satisfied,
    long told,
    long solved,
    long dissatisfied,
    long recommended,
    long promoters,
    long detractors) {
  private static final double WHOLE = 100;

  /** All of them together, of nobody. */
  public static Figure sum(Collection<Figure> all) {
    return new Figure(
        "",
        sum(all, Figure::settled),
        sum(all, Figure::answered),
        sum(all, Figure::unreached),
        sum(all, Figure::declined),
        sum(all, Figure::scored),
        sum(all, Figure::scores),
        sum(all, Figure::satisfied),
        sum(all, Figure::told),
        sum(all, Figure::solved),
        sum(all, Figure::dissatisfied),
        sum(all, Figure::recommended),
        sum(all, Figure::promoters),
        sum(all, Figure::detractors));
  }

  private static long sum(Collection<Figure> all, ToLongFunction<Figure> part) {
    return all.stream().mapToLong(part).sum();
  }

  /** Answered of settled, in percent; empty where fewer than {@value Share#LEAST} are settled. */
  public OptionalDouble answerRate() {
    return share(answered, settled);
  }

  /** The mean of the scores, 20–100; empty under {@value Share#LEAST} scores. */
  public OptionalDouble mean() {
    return Share.enough(scored)
        ? OptionalDouble.of((double) scores / scored)
        : OptionalDouble.empty();
  }

  /** Satisfied of scored, in percent; empty under {@value Share#LEAST} scores. */
  public OptionalDouble satisfiedShare() {
    return share(satisfied, scored);
  }

  /** Solved of told, in percent; empty under {@value Share#LEAST} answers. */
  public OptionalDouble solvedRate() {
    return share(solved, told);
  }

  /** Promoters less detractors, -100–100; empty under {@value Share#LEAST} answers. */
  public OptionalDouble nps() {
    return share(promoters - detractors, recommended);
  }

  private static OptionalDouble share(long part, long all) {
    return Share.enough(all) ? OptionalDouble.of(WHOLE * part / all) : OptionalDouble.empty();
  }
}
