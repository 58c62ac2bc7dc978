package cn.wuye.hotline.backend.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The articles in use, kept for up to a minute before they are read again. */
@Component
class KnownArticles {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final ArticleRows rows;
  private final Clock clock;
  private volatile Known known = new Known(List.of(), Instant.MIN);

  KnownArticles(ArticleRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  List<Prepared> all() {
    Known current = known;
    Instant now = clock.instant();
    if (current.readAt.equals(Instant.MIN) || now.isAfter(current.readAt.plus(KEPT))) {
      current =
          new Known(rows.all(false, KnowledgeBase.MOST).stream().map(Prepared::of).toList(), now);
      known = current;
    }
    return current.articles;
  }

  /** Reads them anew at the next question; other nodes do so within a minute. */
  void forget() {
    known = new Known(List.of(), Instant.MIN);
  }

  private record Known(List<Prepared> articles, Instant readAt) {}
}
