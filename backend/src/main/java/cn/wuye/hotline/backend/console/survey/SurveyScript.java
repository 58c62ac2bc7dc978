package cn.wuye.hotline.backend.console.survey;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.desk.AnswerSheet;
import cn.wuye.hotline.backend.survey.desk.SurveyFacts;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.wording.CompanyName;
import cn.wuye.hotline.ivr.port.Solved;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The survey as one of the staff asks it: what to say, in order, and what can be answered. */
@Component
class SurveyScript {
  private static final int MOST_POINTS = 10;

  private final Labels labels;
  private final Choices choices;
  private final CompanyName company;

  SurveyScript(Labels labels, Choices choices, CompanyName company) {
    this.labels = labels;
    this.choices = choices;
    this.company = company;
  }

  /**
   * An answer that can be chosen.
   *
   * @param key that chooses it, as residents press it on the phone
   * @param low whether more is asked then
   */
  record Answer(String value, String key, String text, boolean low) {}

  /** A side that is asked about, with what to say. */
  record Side(String item, String say) {}

  /**
   * @param points empty where the recommendation is not asked
   */
  record Script(
      long survey,
      String greeting,
      List<Answer> solved,
      List<Answer> satisfaction,
      List<Side> sides,
      List<String> points,
      List<Choice> channels) {}

  /**
   * @param ways by which he who asks may enter it
   * @return empty when there is none
   */
  Optional<Script> of(SurveyFacts survey, TicketRow ticket, Set<AnswerChannel> ways) {
    return ways.isEmpty() ? Optional.empty() : Optional.of(script(survey, ticket, ways));
  }

  private Script script(SurveyFacts survey, TicketRow ticket, Set<AnswerChannel> ways) {
    return new Script(
        survey.id(),
        greeting(ticket),
        Stream.of(Solved.SOLVED, Solved.NOT_SOLVED, Solved.PARTLY).map(this::solved).toList(),
        Stream.of(Satisfaction.values()).map(this::satisfaction).toList(),
        AnswerSheet.SIDES.stream()
            .map(item -> new Side(item.code(), labels.text("survey-script." + item.code())))
            .toList(),
        survey.recommends()
            ? IntStream.rangeClosed(0, MOST_POINTS).mapToObj(Integer::toString).toList()
            : List.of(),
        Stream.of(AnswerChannel.AGENT, AnswerChannel.VISIT)
            .filter(ways::contains)
            .map(way -> new Choice(way.code(), labels.name("survey-channel", way)))
            .toList());
  }

  private String greeting(TicketRow ticket) {
    Subject subject = ticket.contents().subject();
    LocalDate opened = LocalDate.ofInstant(ticket.openedAt(), Labels.ZONE);
    String name = ticket.contents().reporter().name();
    return labels.text(
        "survey-script.greeting",
        name.isEmpty() ? labels.text("survey-script.you") : name,
        company.text(),
        labels.text("survey-script.date", opened.getMonthValue(), opened.getDayOfMonth()),
        choices.categoryName(subject.category(), subject.subcategory()),
        labels.text("survey-script.stage." + stage(ticket.state())));
  }

  private static String stage(State state) {
    return switch (state) {
      case NOT_OUR_DUTY, NOT_CONFIRMED -> state.code();
      default -> "done";
    };
  }

  private Answer solved(Solved answer) {
    String key =
        switch (answer) {
          case SOLVED -> "1";
          case NOT_SOLVED -> "2";
          case PARTLY -> "3";
        };
    return new Answer(
        Answers.code(answer), key, labels.name("survey-solved", Answers.code(answer)), false);
  }

  private Answer satisfaction(Satisfaction answer) {
    String key = String.valueOf(answer.key());
    return new Answer(key, key, labels.name("satisfaction", answer), answer.low());
  }
}
