package cn.wuye.hotline.backend.console.knowledge;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.knowledge.Article;
import cn.wuye.hotline.backend.knowledge.Entry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An article as it was typed.
 *
 * @param category with its part: {@code facilities/lift}
 */
record KnowledgeForm(
    String version,
    String title,
    String answer,
    String words,
    String category,
    List<String> estates,
    String validFrom,
    String validUntil) {

  // Called by data binding: fields that were not sent are null.
  KnowledgeForm(
      @Nullable String version,
      @Nullable String title,
      @Nullable String answer,
      @Nullable String words,
      @Nullable String category,
      @Nullable List<String> estates,
      @Nullable String validFrom,
      @Nullable String validUntil) {
    this.version = said(version);
    this.title = said(title);
    this.answer = said(answer);
    this.words = said(words);
    this.category = said(category);
    this.estates = estates == null ? List.of() : List.copyOf(estates);
    this.validFrom = said(validFrom);
    this.validUntil = said(validUntil);
  }

  static KnowledgeForm of(Article article) {
    Entry entry = article.entry();
    return new KnowledgeForm(
        Long.toString(article.version()),
        entry.title(),
        entry.answer(),
        entry.words(),
        entry.category() + (entry.subcategory().isEmpty() ? "" : "/" + entry.subcategory()),
        entry.estates().stream().map(EstateId::toString).toList(),
        Objects.toString(entry.validFrom(), ""),
        Objects.toString(entry.validUntil(), ""));
  }

  static KnowledgeForm empty() {
    return new KnowledgeForm("0", "", "", "", "", List.of(), "", "");
  }

  /** The same for what is there now. */
  KnowledgeForm newer(long now) {
    return new KnowledgeForm(
        Long.toString(now), title, answer, words, category, estates, validFrom, validUntil);
  }

  /** Field to what is wrong with what was typed there, as far as it cannot even be read. */
  Map<String, String> unreadable() {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (estates.stream().anyMatch(id -> EstateId.find(id).isEmpty())) {
      wrong.put("estates", "unknown");
    }
    if (!validFrom.isEmpty() && date(validFrom).isEmpty()) {
      wrong.put("validFrom", "date");
    }
    if (!validUntil.isEmpty() && date(validUntil).isEmpty()) {
      wrong.put("validUntil", "date");
    }
    return wrong;
  }

  /** Which version was seen; -1 when that cannot be read. */
  long seen() {
    return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
  }

  /** Only when all can be read. */
  Entry entry() {
    int slash = category.indexOf('/');
    return new Entry(
        title,
        answer,
        words,
        slash < 0 ? category : category.substring(0, slash),
        slash < 0 ? "" : category.substring(slash + 1),
        estates.stream().map(EstateId::parse).toList(),
        date(validFrom).orElse(null),
        date(validUntil).orElse(null));
  }

  private static Optional<LocalDate> date(String typed) {
    try {
      return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static String said(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
