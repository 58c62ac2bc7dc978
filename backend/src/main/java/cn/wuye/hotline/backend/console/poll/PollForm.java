package cn.wuye.hotline.backend.console.poll;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.poll.AgeRange;
import cn.wuye.hotline.backend.poll.PollChannel;
import cn.wuye.hotline.backend.poll.PollCheck;
import cn.wuye.hotline.backend.poll.PollDraft;
import cn.wuye.hotline.backend.poll.PollQuestion;
import cn.wuye.hotline.backend.poll.QuestionKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A draft as it is shown and typed. What cannot be read becomes something that the check refuses.
 *
 * @param version that was changed; 0 of a new one
 * @param estates their ids
 * @param channel its code
 * @param rows as many as there may be questions; those without words are none
 */
record PollForm(
    int version,
    String title,
    List<String> estates,
    String ageFrom,
    String ageTo,
    String size,
    String from,
    String to,
    String channel,
    List<Row> rows) {
  private static final int NO_AGE = -1;
  private static final LocalDate NEVER = LocalDate.of(2000, 1, 2);

  /**
   * A question.
   *
   * @param kind its code
   */
  record Row(int number, String kind, String zh) {}

  /** An empty one. */
  static PollForm empty(LocalDate today) {
    return new PollForm(
        0,
        "",
        List.of(),
        "",
        "",
        "100",
        today.plusDays(1).toString(),
        today.plusDays(14).toString(),
        PollChannel.PHONE.code(),
        rows(List.of()));
  }

  static PollForm of(int version, PollDraft draft) {
    return new PollForm(
        version,
        draft.title(),
        draft.estates().stream().map(EstateId::toString).toList(),
        age(draft.ages().from()),
        age(draft.ages().to()),
        Integer.toString(draft.size()),
        draft.from().toString(),
        draft.to().toString(),
        draft.channel().code(),
        rows(draft.questions()));
  }

  static PollForm typed(MultiValueMap<String, String> typed) {
    List<Row> rows = new ArrayList<>();
    for (int n = 1; n <= PollCheck.MOST_QUESTIONS; n++) {
      rows.add(new Row(n, text(typed, "kind-" + n), text(typed, "zh-" + n)));
    }
    return new PollForm(
        whole(text(typed, "version"), 0),
        text(typed, "title"),
        List.copyOf(Objects.requireNonNullElse(typed.get("estates"), List.<String>of())),
        text(typed, "ageFrom"),
        text(typed, "ageTo"),
        text(typed, "size"),
        text(typed, "from"),
        text(typed, "to"),
        text(typed, "channel"),
        rows);
  }

  /**
   * What was typed.
   *
   * @param scope estates outside of it are none
   */
  PollDraft draft(EstateScope scope) {
    List<PollQuestion> questions = new ArrayList<>();
    for (Row row : rows) {
      if (!row.zh().isBlank()) {
        questions.add(
            new PollQuestion(
                questions.size() + 1,
                Coded.find(QuestionKind.class, row.kind()).orElse(QuestionKind.DEGREES),
                row.zh()));
      }
    }
    return new PollDraft(
        title,
        estates.stream()
            .flatMap(id -> EstateId.find(id).stream())
            .filter(scope::sees)
            .distinct()
            .toList(),
        new AgeRange(age(ageFrom), age(ageTo)),
        whole(size, 0),
        date(from, NEVER),
        date(to, NEVER.minusDays(1)),
        Coded.find(PollChannel.class, channel).orElse(PollChannel.PHONE),
        questions);
  }

  /** Whether an estate is chosen; for the template. */
  public boolean has(String estate) {
    return estates.contains(estate);
  }

  private static List<Row> rows(List<PollQuestion> questions) {
    List<Row> rows = new ArrayList<>();
    questions.forEach(each -> rows.add(new Row(each.number(), each.kind().code(), each.zh())));
    for (int n = rows.size() + 1; n <= PollCheck.MOST_QUESTIONS; n++) {
      rows.add(new Row(n, QuestionKind.DEGREES.code(), ""));
    }
    return rows;
  }

  private static String age(@Nullable Integer years) {
    return years == null ? "" : Integer.toString(years);
  }

  private static @Nullable Integer age(String typed) {
    return typed.isEmpty() ? null : Integer.valueOf(whole(typed, NO_AGE));
  }

  private static int whole(String typed, int otherwise) {
    return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : otherwise;
  }

  private static LocalDate date(String typed, LocalDate otherwise) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException noDate) {
      return otherwise;
    }
  }

  private static String text(MultiValueMap<String, String> typed, String name) {
    return Objects.requireNonNullElse(typed.getFirst(name), "").strip();
  }
}
