package cn.wuye.hotline.backend.console.survey;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.desk.AnswerSheet;
import cn.wuye.hotline.backend.survey.desk.SurveyFacts;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.user.StaffNames;
import cn.wuye.hotline.ivr.port.Solved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts surveys into words. */
@Component
class SurveyViews {
  private final Labels labels;
  private final Choices choices;
  private final StaffNames staff;

  SurveyViews(Labels labels, Choices choices, StaffNames staff) {
    this.labels = labels;
    this.choices = choices;
    this.staff = staff;
  }

  /**
   * A survey in words; empty strings where there is nothing to say.
   *
   * @param when the next call, when it is given up, or when it was settled
   * @param attempts each call in a sentence
   * @param sides answers besides "solved" and the score
   * @param how by which way she answered, and who wrote it down
   */
  record SurveyView(
      long id,
      String ticket,
      String round,
      String estate,
      boolean urgent,
      boolean open,
      String state,
      String tone,
      String when,
      List<String> attempts,
      String solved,
      String score,
      String scoreTone,
      List<String> sides,
      String how,
      String comment,
      boolean unheard) {}

  /** The names of the estates that somebody sees, by their ids. */
  Map<String, String> estates(EstateScope scope) {
    return choices.estates(scope).stream().collect(Collectors.toMap(Choice::value, Choice::text));
  }

  /**
   * @param estates as {@link #estates} gives them
   */
  SurveyView of(SurveyFacts survey, Map<String, String> estates) {
    SurveyFacts.Opinion opinion = survey.opinion();
    Satisfaction satisfaction = opinion.satisfaction();
    return new SurveyView(
        survey.id(),
        survey.ticket().toString(),
        labels.text("surveys.round", survey.round()),
        survey.estate() == null
            ? labels.text("tickets.placeUnknown")
            : Objects.requireNonNullElse(estates.get(survey.estate().toString()), ""),
        survey.urgent(),
        survey.state().open(),
        labels.name("survey-state", survey.state()),
        tone(survey),
        when(survey),
        survey.calls().stream().map(this::call).toList(),
        solved(opinion.solved()),
        satisfaction == null ? "" : score(satisfaction),
        satisfaction == null ? "" : tone(satisfaction),
        sides(opinion),
        how(opinion),
        opinion.comment(),
        opinion.unheard());
  }

  private String solved(@Nullable Solved solved) {
    return solved == null ? "" : labels.name("survey-solved", Answers.code(solved));
  }

  private String score(Satisfaction satisfaction) {
    return labels.text(
        "surveys.score", labels.name("satisfaction", satisfaction), satisfaction.score());
  }

  private String call(SurveyFacts.Call call) {
    CallOutcome outcome = call.outcome();
    return labels.text(
        "surveys.call",
        call.number(),
        labels.time(call.placedAt()),
        outcome == null
            ? labels.text("surveys.call.goesOn")
            : labels.name("survey-outcome", outcome));
  }

  private List<String> sides(SurveyFacts.Opinion opinion) {
    List<String> sides = new ArrayList<>();
    for (Item side : AnswerSheet.SIDES) {
      Integer key = opinion.more().get(side);
      if (key != null) {
        Satisfaction.ofKey(key)
            .ifPresent(
                value ->
                    sides.add(
                        labels.text(
                            "surveys.side",
                            labels.name("survey-item", side),
                            labels.name("satisfaction", value))));
      }
    }
    Integer points = opinion.more().get(Item.RECOMMENDATION);
    if (points != null) {
      sides.add(labels.text("surveys.recommendation", points));
    }
    return sides;
  }

  private String how(SurveyFacts.Opinion opinion) {
    if (opinion.channel() == null) {
      return "";
    }
    String channel = labels.name("survey-channel", opinion.channel());
    return opinion.by().isEmpty()
        ? channel
        : labels.text("surveys.enteredBy", channel, staff.of(opinion.by()));
  }

  private String when(SurveyFacts survey) {
    Instant settled = survey.settledAt();
    if (settled != null) {
      return labels.text("surveys.settled", labels.time(settled));
    }
    Instant due = survey.dueAt();
    if (due != null && survey.state() == SurveyState.PLANNED) {
      return labels.text(labels.past(due) ? "surveys.due.now" : "surveys.due", labels.time(due));
    }
    Instant end = survey.giveUpAt();
    return end == null ? "" : labels.text("surveys.givenUp", labels.time(end));
  }

  private static String tone(SurveyFacts survey) {
    return switch (survey.state()) {
      case PLANNED, CALLING -> "info";
      case ANSWERED -> survey.opinion().dissatisfied() ? "danger" : "ok";
      case UNREACHED, PERSON -> "warn";
      case DECLINED, WITHDRAWN -> "plain";
    };
  }

  private static String tone(Satisfaction satisfaction) {
    return satisfaction.bad() ? "danger" : satisfaction.low() ? "warn" : "ok";
  }
}
