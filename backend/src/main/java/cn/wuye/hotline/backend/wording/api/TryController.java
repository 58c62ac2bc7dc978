package cn.wuye.hotline.backend.wording.api;

import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.wording.TryDesk;
import cn.wuye.hotline.backend.wording.WordingDesk;
import cn.wuye.hotline.ivr.dialog.TryOut;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would the hotline understand and do? For administrators and supervisors. */
@RestController
@RequestMapping("/api/v1/dialog")
class TryController {
  private final TryDesk tries;
  private final WordingDesk desk;

  TryController(TryDesk tries, WordingDesk desk) {
    this.tries = tries;
    this.desk = desk;
  }

  /**
   * The question.
   *
   * @param text a sentence, or one key
   * @param version number of a version; the live one where it is missing, 0 for what is shipped
   */
  record Question(@Nullable String text, @Nullable Long version) {}

  @PostMapping("/try")
  Answer tryOut(@RequestBody Question question, @AuthenticationPrincipal SignedInUser me) {
    FieldCheck check =
        new FieldCheck()
            .required("text", question.text())
            .text("text", question.text(), TryDesk.LONGEST_TEXT);
    long version = question.version() == null ? desk.work().live() : question.version();
    if (version != 0 && desk.find(version).isEmpty()) {
      check.wrong("version", "value");
    }
    check.done();
    String text = Objects.requireNonNull(question.text()).strip();
    return Answer.of(version, tries.text(version, text, me));
  }

  /**
   * The answer.
   *
   * @param emergency the emergency word, or null
   * @param intent null when nothing in the text speaks of any topic
   * @param counted the phrases that speak of a topic, the best first
   * @param next what the caller would hear next
   * @param rings whose phone would ring, in order
   * @param ringsHidden whether phones of an estate would ring that is not the user's
   */
  record Answer(
      long version,
      @Nullable String emergency,
      @Nullable Understood intent,
      List<Counted> counted,
      String estate,
      String building,
      String unit,
      String room,
      boolean asksAgain,
      List<String> next,
      List<String> rings,
      boolean ringsHidden) {
    static Answer of(long version, TryDesk.Tried tried) {
      TryOut.Outcome outcome = tried.outcome();
      Place place = outcome.ticket().map(TicketDraft::place).orElse(Place.UNKNOWN);
      return new Answer(
          version,
          outcome.explanation().emergency().map(each -> each.word()).orElse(null),
          outcome
              .explanation()
              .intent()
              .map(
                  i ->
                      new Understood(
                          i.kind(), i.category(), i.subcategory(), i.urgency(), i.confidence()))
              .orElse(null),
          outcome.explanation().counted().stream()
              .map(each -> new Counted(each.phrase(), each.topic(), each.heard(), each.score()))
              .toList(),
          outcome.estateName(),
          place.building(),
          place.unit(),
          place.room(),
          outcome.asksAgain(),
          outcome.next(),
          outcome.rings().stream().map(PhoneLine::name).toList(),
          tried.ringsHidden());
    }
  }

  record Understood(
      String kind, String category, String subcategory, String urgency, double confidence) {}

  record Counted(String phrase, String topic, String heard, double score) {}
}
