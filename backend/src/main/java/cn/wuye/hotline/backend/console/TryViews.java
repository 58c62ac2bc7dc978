package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.wording.TryDesk;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.dialog.TryOut;
import cn.wuye.hotline.ivr.intent.Explanation;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the hotline would understand and do, in words. */
@Component
class TryViews {
  private final Choices choices;
  private final Labels labels;

  TryViews(Choices choices, Labels labels) {
    this.choices = choices;
    this.labels = labels;
  }

  /**
   * One version's answer.
   *
   * @param emergency the emergency word with its kind; empty for none
   * @param sure whether the ticket's category would be taken without asking again
   */
  record View(
      String title,
      String emergency,
      String category,
      String kind,
      String urgency,
      String confidence,
      boolean sure,
      String place,
      List<String> counted,
      boolean asksAgain,
      List<String> next,
      List<String> rings) {}

  View of(String title, TryDesk.Tried tried) {
    TryOut.Outcome outcome = tried.outcome();
    Explanation why = outcome.explanation();
    Optional<Intent> intent =
        why.intent()
            .or(() -> outcome.ticket().map(TicketDraft::intent).filter(i -> i.confidence() > 0));
    return new View(
        title,
        why.emergency()
            .map(
                each ->
                    labels.text(
                        "wording.try.word",
                        each.word(),
                        labels.name("danger", each.group().code())))
            .orElse(""),
        intent.map(i -> choices.fullCategoryName(i.category(), i.subcategory())).orElse(""),
        intent.map(i -> labels.name("kind", i.kind())).orElse(""),
        intent.map(i -> labels.name("urgency", i.urgency())).orElse(""),
        intent.map(i -> Math.round(100 * i.confidence()) + " %").orElse(""),
        intent.filter(i -> i.confidence() >= IntentReader.SURE).isPresent(),
        place(outcome),
        why.counted().stream().map(this::counted).toList(),
        outcome.asksAgain(),
        outcome.next(),
        tried.ringsHidden()
            ? List.of(labels.text("wording.try.ringsHidden"))
            : outcome.rings().stream()
                .map(line -> line.name() + " " + masked(line.number()))
                .toList());
  }

  private static String masked(PhoneNumber number) {
    return number.masked();
  }

  private String place(TryOut.Outcome outcome) {
    Place place = outcome.ticket().map(TicketDraft::place).orElse(Place.UNKNOWN);
    return Stream.of(outcome.estateName(), place.building(), place.unit(), place.room())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String counted(Explanation.Counted each) {
    int slash = each.topic().indexOf('/');
    String category = each.topic().substring(0, slash);
    String topic =
        category.equals("none")
            ? labels.text("wording.try.foreign")
            : choices.fullCategoryName(category, each.topic().substring(slash + 1));
    return labels.text(
        "wording.try.counted", each.heard(), each.phrase(), topic, "%.1f".formatted(each.score()));
  }
}
