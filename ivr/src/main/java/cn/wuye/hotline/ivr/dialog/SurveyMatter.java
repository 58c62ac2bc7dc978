package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.intent.Emergency;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.intent.SurveyWords;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.port.TicketDraft.Link;
import cn.wuye.hotline.ivr.port.TicketDraft.LinkKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What she tells besides: another complaint becomes a ticket on the spot. What she says of the work
 * she is asked about is no other matter, nor is what she says of those who did it.
 */
final class SurveyMatter {
  private static final List<String> TROUBLES = List.of("complaint", "repair");

  /** Judgements of the service, or nothing in particular. */
  private static final Set<String> NO_MATTER = Set.of("staff", "other");

  /** Topics that are told in the same words. */
  private static final List<Set<String>> ALIKE =
      List.of(
          Set.of("neighbour/leak", "facilities/water-power"),
          Set.of("fees/parking", "security/parking-disorder"),
          Set.of("environment/cleaning", "environment/rubbish"));

  private final SurveyCall survey;
  private final SurveyWords words;
  private final List<String> said = new ArrayList<>();

  SurveyMatter(SurveyCall survey, SurveyWords words) {
    this.survey = survey;
    this.words = words;
  }

  /** Something that she said. */
  void heard(Heard heard) {
    if (heard instanceof Heard.Words spoken && !spoken.text().isEmpty()) {
      said.add(spoken.text());
    }
  }

  /** What she says now is told to somebody, and no matter of a survey. */
  void forget() {
    said.clear();
  }

  /**
   * Opens a ticket if another matter was told since this was asked last.
   *
   * @param answered whether she has answered the question meanwhile: then her words are about the
   *     ticket unless she says that something else comes
   */
  Optional<OpenedTicket> settle(Scene scene, boolean answered, Completeness completeness) {
    Optional<OpenedTicket> ticket = Optional.empty();
    for (String text : List.copyOf(said)) {
      Optional<Intent> intent = danger(scene, text).or(() -> other(scene, text, answered));
      if (intent.isPresent()) {
        ticket = Optional.of(open(scene, text, intent.get(), completeness));
      }
    }
    said.clear();
    return ticket;
  }

  /** Only who hangs up with it gets here: else it has interrupted the survey. */
  private static Optional<Intent> danger(Scene scene, String text) {
    return scene.ears().emergencies().find(text).map(Emergency::intent);
  }

  private Optional<Intent> other(Scene scene, String text, boolean answered) {
    if (answered && !words.goesOn(text)) {
      return Optional.empty();
    }
    return scene
        .ears()
        .intents()
        .read(text)
        .filter(intent -> intent.confidence() >= IntentReader.SURE)
        .filter(this::another);
  }

  /** Whether an intent is another complaint than the one that she is asked about. */
  boolean another(Intent intent) {
    return TROUBLES.contains(intent.kind())
        && !NO_MATTER.contains(intent.category())
        && !sameAsAsked(intent);
  }

  /** Whether she is asked about a ticket at all. */
  boolean aboutTicket() {
    return survey.about().aboutTicket();
  }

  /** Whether an intent is what she is asked about. */
  boolean sameAsAsked(Intent intent) {
    if (!aboutTicket()) {
      return false;
    }
    Intent asked = survey.about().intent();
    if (intent.category().equals(asked.category())
        && (intent.subcategory().equals(asked.subcategory())
            || intent.subcategory().isEmpty()
            || asked.subcategory().isEmpty())) {
      return true;
    }
    List<String> both = List.of(code(intent), code(asked));
    return ALIKE.stream().anyMatch(alike -> alike.containsAll(both));
  }

  private static String code(Intent intent) {
    return intent.category() + "/" + intent.subcategory();
  }

  /**
   * She is asked about no ticket, wants a person, and none was reached: a ticket has somebody phone
   * her.
   *
   * @param text what she has said; empty for nothing
   */
  OpenedTicket callBack(Scene scene, String text) {
    return open(scene, text, Intent.UNKNOWN, Completeness.UNFINISHED);
  }

  private OpenedTicket open(Scene scene, String text, Intent intent, Completeness completeness) {
    scene.file().ordinary();
    scene.file().emergencyText(text);
    scene.file().intent(intent);
    new PlaceNotes(scene).fromSentence(text);
    link(scene, intent);
    OpenedTicket ticket = scene.put(completeness);
    scene.file().settled();
    scene.file().aside(true);
    survey.answers().toldElse(ticket);
    return ticket;
  }

  /** The same thing again, when it is. */
  void link(Scene scene, Intent intent) {
    if (sameAsAsked(intent)) {
      scene.file().link(new Link(LinkKind.REPEATS, survey.about().ticket()));
    }
  }
}
