package cn.wuye.hotline.backend.console.knowledge;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.knowledge.Article;
import cn.wuye.hotline.backend.knowledge.Entry;
import cn.wuye.hotline.backend.knowledge.KnowledgeBase;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Articles in words. */
@Component
public class KnowledgeViews {
  private final KnowledgeBase base;
  private final Choices choices;
  private final Labels labels;

  KnowledgeViews(KnowledgeBase base, Choices choices, Labels labels) {
    this.base = base;
    this.choices = choices;
    this.labels = labels;
  }

  /**
   * An article in words.
   *
   * @param category empty for none
   * @param estates those that are seen; empty: it holds everywhere
   * @param valid from when until when; empty: always
   * @param holds whether it holds today
   * @param changed by whom and when
   */
  public record ArticleView(
      long id,
      long version,
      String title,
      String answer,
      String words,
      String category,
      String estates,
      String valid,
      boolean holds,
      boolean archived,
      String changed) {}

  /** The article as this scope sees it. */
  public ArticleView of(Article article, EstateScope scope) {
    Entry entry = article.entry();
    return new ArticleView(
        article.id(),
        article.version(),
        entry.title(),
        entry.answer(),
        entry.words(),
        entry.category().isEmpty()
            ? ""
            : choices.fullCategoryName(entry.category(), entry.subcategory()),
        estates(entry, scope),
        valid(entry.validFrom(), entry.validUntil()),
        base.holdsToday(entry),
        article.archived(),
        labels.text(
            "knowledge.changed", article.changedBy(), labels.fullTime(article.changedAt())));
  }

  private String estates(Entry entry, EstateScope scope) {
    return entry.general()
        ? ""
        : choices.estates(scope).stream()
            .filter(
                choice ->
                    EstateId.find(choice.value()).filter(entry.estates()::contains).isPresent())
            .map(Choice::text)
            .collect(Collectors.joining("、"));
  }

  private String valid(@Nullable LocalDate from, @Nullable LocalDate until) {
    if (from == null) {
      return until == null ? "" : labels.text("knowledge.until", until.toString());
    }
    return until == null
        ? labels.text("knowledge.from", from.toString())
        : labels.text("knowledge.fromUntil", from.toString(), until.toString());
  }
}
