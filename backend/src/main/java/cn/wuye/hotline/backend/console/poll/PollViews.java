package cn.wuye.hotline.backend.console.poll;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.poll.AgeRange;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.PollState;
import cn.wuye.hotline.backend.poll.PollTally;
import cn.wuye.hotline.backend.poll.QuestionKind;
import cn.wuye.hotline.backend.poll.desk.PollProgress;
import cn.wuye.hotline.backend.poll.desk.PollResults;
import cn.wuye.hotline.backend.poll.store.Poll;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.Share;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts polls into words. */
@Component
class PollViews {
  private final Labels labels;

  PollViews(Labels labels) {
    this.labels = labels;
  }

  /**
   * A poll.
   *
   * @param code of its state
   * @param estates those that are seen
   */
  record Line(
      long id,
      String title,
      String code,
      String state,
      String tone,
      String estates,
      String ages,
      String days,
      String size,
      String channel,
      String seed) {}

  /** A number with its name. */
  record Count(String name, String number) {}

  /**
   * What came of a question.
   *
   * @param answers how many there are, in words
   * @param mean empty where there is none
   * @param shares empty where words are wanted
   */
  record Result(
      int number, String zh, String kind, String answers, String mean, List<Part> shares) {}

  /**
   * An answer.
   *
   * @param percent a dash where there are too few answers
   */
  record Part(String name, String count, String percent) {}

  /**
   * A poll in words.
   *
   * @param seen the estates that are seen
   */
  Line line(Poll poll, List<Choice> seen) {
    return new Line(
        poll.id(),
        poll.draft().title(),
        poll.state().code(),
        labels.name("poll-state", poll.state()),
        tone(poll.state()),
        estates(poll, seen).stream()
            .map(Choice::text)
            .collect(Collectors.joining(labels.text("polls.comma"))),
        ages(poll.draft().ages()),
        labels.text("polls.days", poll.draft().from().toString(), poll.draft().to().toString()),
        Integer.toString(poll.draft().size()),
        labels.name("poll-channel", poll.draft().channel()),
        Long.toString(poll.seed()));
  }

  List<Count> counts(PollProgress progress) {
    return Arrays.stream(AskedState.values())
        .map(
            state -> new Count(labels.name("poll-asked", state), Long.toString(progress.of(state))))
        .toList();
  }

  List<Result> results(List<PollTally> tallies) {
    return tallies.stream().map(this::result).toList();
  }

  private Result result(PollTally tally) {
    QuestionKind kind = tally.question().kind();
    return new Result(
        tally.question().number(),
        tally.question().zh(),
        labels.name("poll-kind", kind),
        labels.text("polls.answers", Long.toString(tally.answers())),
        mean(kind, tally.mean()),
        kind.numbers().stream().map(value -> part(kind, value, tally.share(value))).toList());
  }

  private Part part(QuestionKind kind, int value, Share share) {
    OptionalInt percent = share.percent();
    return new Part(
        answer(kind, value),
        Long.toString(share.part()),
        percent.isPresent() ? percent.getAsInt() + "%" : "—");
  }

  private String mean(QuestionKind kind, OptionalInt mean) {
    if (mean.isEmpty()) {
      return "";
    }
    String number =
        kind == QuestionKind.POINTS
            ? BigDecimal.valueOf(mean.getAsInt(), 1).toPlainString()
            : Integer.toString(mean.getAsInt());
    return labels.text("polls.mean", number);
  }

  /** What a number means, in words. */
  String answer(QuestionKind kind, int value) {
    return switch (kind) {
      case DEGREES ->
          Satisfaction.ofKey(value)
              .map(degree -> labels.name("satisfaction", degree))
              .orElse(Integer.toString(value));
      case YES_NO -> labels.name("poll-answer", Integer.toString(value));
      case POINTS, WORDS -> labels.text("polls.points", Integer.toString(value));
    };
  }

  /** Words of residents, each with where she lives. */
  List<Count> words(List<PollResults.Words> words) {
    return words.stream()
        .map(
            each ->
                new Count(
                    each.estate(),
                    each.words().isBlank() ? labels.text("polls.onlyHeard") : each.words()))
        .toList();
  }

  /** Those of a poll that are seen. */
  static List<Choice> estates(Poll poll, List<Choice> seen) {
    Set<String> asked =
        poll.draft().estates().stream().map(EstateId::toString).collect(Collectors.toSet());
    return seen.stream().filter(each -> asked.contains(each.value())).toList();
  }

  private String ages(AgeRange ages) {
    if (ages.any()) {
      return labels.text("polls.ages.any");
    }
    Integer from = ages.from();
    Integer to = ages.to();
    if (to == null) {
      return labels.text("polls.ages.from", String.valueOf(from));
    }
    return from == null
        ? labels.text("polls.ages.to", String.valueOf(to))
        : labels.text("polls.ages.between", String.valueOf(from), String.valueOf(to));
  }

  private static String tone(PollState state) {
    return switch (state) {
      case DRAFT -> "";
      case RUNNING -> "info";
      case PAUSED -> "warn";
      case ENDED -> "ok";
    };
  }
}
