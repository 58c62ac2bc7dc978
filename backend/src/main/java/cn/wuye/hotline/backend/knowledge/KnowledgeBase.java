package cn.wuye.hotline.backend.knowledge;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is found in the knowledge base. What holds only in estates out of sight does not exist for
 * who asks.
 */
@Component
public class KnowledgeBase {
  /** So many articles are in use at most. */
  public static final int MOST = 1000;

  private static final int MOST_VERSIONS = 200;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  // What holds there alone first: it was written because the general answer is not the whole one.
  private static final Comparator<Found> ORDER =
      Comparator.comparing((Found found) -> found.article.entry().general())
          .thenComparing(Comparator.comparingInt(Found::points).reversed())
          .thenComparing(found -> found.article.entry().title())
          .thenComparing(found -> found.article.id());

  private final KnownArticles known;
  private final ArticleRows rows;
  private final Clock clock;

  KnowledgeBase(KnownArticles known, ArticleRows rows, Clock clock) {
    this.known = known;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * What is asked.
   *
   * @param said or typed; blank: all
   * @param estate only what holds there; null: wherever the asker sees
   * @param most of the best, 1–{@link #MOST}
   */
  public record Question(String said, @Nullable EstateId estate, int most) {}

  /**
   * What answers a question today, the best first; what holds in some estates only comes before
   * what holds everywhere. What answers less than half as well as the best is left out. What
   * another node has changed is found at the latest a minute later.
   */
  public List<Article> find(Question question, EstateScope scope) {
    LocalDate today = today();
    return best(
        known.all().stream().filter(each -> each.article().entry().validOn(today)),
        question,
        scope);
  }

  private static List<Article> best(
      Stream<Prepared> articles, Question question, EstateScope scope) {
    EstateId estate = question.estate();
    if (estate != null && !scope.sees(estate)) {
      return List.of();
    }
    Asked asked = Asked.of(question.said());
    List<Found> found =
        articles
            .filter(each -> each.article().entry().seenBy(scope))
            .filter(each -> estate == null || each.article().entry().holdsIn(estate))
            .map(each -> new Found(each.article(), asked.nothing() ? 1 : each.points(asked)))
            .filter(each -> each.points > 0)
            .toList();
    int best = found.stream().mapToInt(Found::points).max().orElse(0);
    return found.stream()
        .filter(each -> 2 * each.points >= best)
        .sorted(ORDER)
        .limit(question.most())
        .map(Found::article)
        .toList();
  }

  /** The one with this id as it is now, if it is in use, holds today and is seen. */
  public Optional<Article> read(long id, EstateScope scope) {
    return edited(id, scope).filter(found -> !found.archived() && found.entry().validOn(today()));
  }

  /** The one with this id as it is now, in use or not, for those who edit. */
  public Optional<Article> edited(long id, EstateScope scope) {
    return rows.find(id).filter(found -> found.entry().seenBy(scope));
  }

  /**
   * The same among those that are out of use, or among all in use whether they hold today or not,
   * for those who edit.
   */
  public List<Article> edited(boolean archived, Question question, EstateScope scope) {
    return best(rows.all(archived, MOST).stream().map(Prepared::of), question, scope);
  }

  /** What an article has said so far, the newest first; without what was for other estates only. */
  public List<Article> versions(long id, EstateScope scope) {
    return edited(id, scope).isEmpty()
        ? List.of()
        : rows.versions(id, MOST_VERSIONS).stream()
            .filter(each -> each.entry().seenBy(scope))
            .toList();
  }

  /** Whether what an article says holds today. */
  public boolean holdsToday(Entry entry) {
    return entry.validOn(today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  private record Found(Article article, int points) {}
}
