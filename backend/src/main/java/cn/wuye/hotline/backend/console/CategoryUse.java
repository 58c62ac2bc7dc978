package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.deadline.store.DeadlineBook;
import cn.wuye.hotline.backend.deadline.store.DeadlineBooks;
import cn.wuye.hotline.backend.dispatch.Department;
import cn.wuye.hotline.backend.dispatch.Job;
import cn.wuye.hotline.backend.dispatch.Responsibility;
import cn.wuye.hotline.backend.dispatch.ResponsibilityMatrix;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What becomes of the tickets of a category: who leads, and which deadline rules hold. */
@Component
class CategoryUse {
  private final DispatchPlan plan;
  private final DeadlineBooks books;
  private final DeadlineNames names;
  private final Labels labels;
  private final Clock clock;

  CategoryUse(
      DispatchPlan plan, DeadlineBooks books, DeadlineNames names, Labels labels, Clock clock) {
    this.plan = plan;
    this.books = books;
    this.names = names;
    this.labels = labels;
    this.clock = clock;
  }

  /**
   * A sentence.
   *
   * @param missing whether something has to be done about it
   */
  record Said(String text, boolean missing) {}

  /** Matrix and rules as they are now, to be asked about several categories. */
  Now now() {
    return new Now(plan.matrix(), books.current(), Utc.now(clock));
  }

  /** Matrix and rules as they were at a moment. */
  final class Now {
    private final ResponsibilityMatrix matrix;
    private final DeadlineBook book;
    private final Instant at;

    private Now(ResponsibilityMatrix matrix, DeadlineBook book, Instant at) {
      this.matrix = matrix;
      this.book = book;
      this.at = at;
    }

    /** Who leads where an estate has no row of its own. */
    Said lead(String category, String part) {
      Optional<Responsibility> row =
          matrix.find(new Job(category, part, category, Urgency.GENERAL, null, ""));
      if (row.isEmpty()) {
        return new Said(labels.text("categories.lead.none"), true);
      }
      Department department = matrix.department(row.get().lead());
      boolean whole = !part.isEmpty() && row.get().subcategory().isEmpty();
      return new Said(
          labels.text(
              whole ? "categories.lead.whole" : "categories.lead",
              labels.chinese() ? department.zh() : department.en()),
          false);
    }

    /** Which rules win, urgency by urgency, where no estate or company has one of its own. */
    Said rules(String category) {
      List<String> found = new ArrayList<>();
      List<String> missing = new ArrayList<>();
      boolean own = false;
      for (Urgency urgency : Urgency.values()) {
        Set<String> winners = new LinkedHashSet<>();
        for (Kind kind : Kind.values()) {
          Optional<DeadlineRule> rule =
              book.calculator()
                  .rules()
                  .find(new TicketProfile(kind, category, "", urgency, null, ""), at);
          rule.map(DeadlineRule::ref).map(this::name).ifPresent(winners::add);
          own |= rule.filter(won -> category.equals(won.conditions().category())).isPresent();
        }
        (winners.isEmpty() ? missing : found)
            .add(
                labels.text(
                    "categories.rules.each",
                    labels.name("urgency", urgency),
                    String.join(labels.text("categories.rules.or"), winners)));
      }
      if (!missing.isEmpty()) {
        return new Said(labels.text("categories.rules.none", String.join("；", missing)), true);
      }
      return new Said(
          labels.text(
              own ? "categories.rules" : "categories.rules.general", String.join("；", found)),
          false);
    }

    private String name(RuleRef ref) {
      return names.of(ref, book);
    }
  }
}
