package cn.wuye.hotline.backend.survey.desk;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Surveys as they are shown: one, or page by page; always within a scope. */
@Component
public class SurveyList {
  /** The most surveys of one page. */
  public static final int MAX_LIMIT = 200;

  /**
   * Comments are looked for in so many surveys, the newest: no index finds a part of a word, and a
   * search that finds nothing must end soon, too.
   */
  public static final int SEARCHED = 50_000;

  private final JdbcClient jdbc;
  private final FactRows facts;

  SurveyList(JdbcClient jdbc, FactRows facts) {
    this.jdbc = jdbc;
    this.facts = facts;
  }

  /**
   * A page.
   *
   * @param after where the page before ended
   * @param limit surveys of the page, 1–{@value #MAX_LIMIT}
   */
  public SurveyPage page(
      SurveyFilter filter, EstateScope scope, Optional<SurveyCursor> after, int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT + ", not " + limit);
    }
    SurveyConditions conditions = new SurveyConditions(filter, scope, searched(filter));
    after.ifPresent(conditions::after);
    List<Long> ids =
        jdbc.sql(
                "SELECT s.id FROM survey s JOIN ticket t ON t.number = s.ticket"
                    + conditions.where()
                    + conditions.order()
                    + " LIMIT :limit")
            .params(conditions.parameters())
            .param("limit", limit + 1)
            .query(Long.class)
            .list();
    List<SurveyFacts> shown = facts.of(ids.subList(0, Math.min(limit, ids.size())));
    boolean more = ids.size() > limit && !shown.isEmpty();
    return new SurveyPage(
        shown, more ? Optional.of(cursor(filter, shown.get(shown.size() - 1))) : Optional.empty());
  }

  /** One, if it is there for the one who asks. */
  public Optional<SurveyFacts> find(long id, EstateScope scope) {
    return facts.of(List.of(id)).stream().filter(found -> scope.sees(found.estate())).findFirst();
  }

  /** Those of these that exist, in this order. Who may see them is decided before. */
  public List<SurveyFacts> some(Collection<Long> ids) {
    return facts.of(List.copyOf(ids));
  }

  /** Those of a ticket, the first round first. The ticket itself must be visible to who asks. */
  public List<SurveyFacts> of(TicketNumber ticket) {
    return facts.of(
        jdbc.sql("SELECT id FROM survey WHERE ticket = ? ORDER BY round")
            .param(ticket.value())
            .query(Long.class)
            .list());
  }

  private long searched(SurveyFilter filter) {
    return filter.words().isBlank()
        ? 0
        : jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM survey").query(Long.class).single() - SEARCHED;
  }

  private static SurveyCursor cursor(SurveyFilter filter, SurveyFacts last) {
    var satisfaction = last.opinion().satisfaction();
    return new SurveyCursor(
        filter.lowFirst() && satisfaction != null ? satisfaction.key() : 0, last.id());
  }
}
