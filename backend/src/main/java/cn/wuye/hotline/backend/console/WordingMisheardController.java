package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.wording.MisheardDesk;
import cn.wuye.hotline.backend.wording.MisheardDesk.Accepted;
import cn.wuye.hotline.backend.wording.MisheardDesk.Refused;
import cn.wuye.hotline.backend.wording.WordingDesk;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.correction.CorrectedText;
import cn.wuye.hotline.ivr.correction.MisheardForm;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How phrases are misheard, as corrections of staff show it. */
@Controller
class WordingMisheardController {
  private static final String PATH = WordingPages.PATH + "/misheard";
  private static final int MOST_SHOWN = 30;
  private static final int MOST_EXAMPLES = 3;

  private final MisheardDesk misheard;
  private final WordingDesk desk;
  private final WordingPages pages;
  private final Tickets tickets;
  private final Choices choices;
  private final Labels labels;

  WordingMisheardController(
      MisheardDesk misheard,
      WordingDesk desk,
      WordingPages pages,
      Tickets tickets,
      Choices choices,
      Labels labels) {
    this.misheard = misheard;
    this.desk = desk;
    this.pages = pages;
    this.tickets = tickets;
    this.choices = choices;
    this.labels = labels;
  }

  /**
   * A proposal in words.
   *
   * @param dialects of the calls that show it; empty string when none is known
   */
  record Line(
      String heard,
      String phrase,
      String topic,
      int calls,
      String dialects,
      List<Example> examples) {}

  /**
   * A correction that shows it.
   *
   * @param ticket its number; empty string when the call opened none
   */
  record Example(String heard, String said, String ticket) {}

  @GetMapping(PATH)
  ModelAndView list(@AuthenticationPrincipal SignedInUser me) {
    return page(HttpStatus.OK, me);
  }

  @PostMapping(PATH + "/accept")
  ModelAndView accept(
      @RequestParam(defaultValue = "") String heard,
      @RequestParam(defaultValue = "") String phrase,
      @AuthenticationPrincipal SignedInUser me) {
    Accepted accepted = misheard.accept(heard, phrase, me);
    if (accepted instanceof Accepted.Live) {
      return new ModelAndView("redirect:" + PATH + "?accepted");
    }
    if (accepted instanceof Accepted.Invalid invalid) {
      return page(HttpStatus.UNPROCESSABLE_CONTENT, me)
          .addObject("findings", pages.lines(invalid.findings()));
    }
    String why =
        accepted instanceof Accepted.Harmful harmful
            ? labels.text("wording.misheard.harmful", heard, phrase, harmful.sentences())
            : labels.text(
                accepted instanceof Accepted.Gone
                    ? "wording.misheard.gone"
                    : "wording.misheard.draft",
                heard,
                phrase);
    return page(HttpStatus.CONFLICT, me).addObject("refusal", why);
  }

  @PostMapping(PATH + "/refuse")
  ModelAndView refuse(
      @RequestParam(defaultValue = "") String heard,
      @RequestParam(defaultValue = "") String phrase,
      @AuthenticationPrincipal SignedInUser me) {
    if (misheard.refuse(new Refused(heard, phrase), me)) {
      return new ModelAndView("redirect:" + PATH + "?refused");
    }
    return page(HttpStatus.CONFLICT, me)
        .addObject("refusal", labels.text("wording.misheard.gone", heard, phrase));
  }

  /** Has it proposed again. */
  @PostMapping(PATH + "/reconsider")
  String reconsider(
      @RequestParam(defaultValue = "") String heard,
      @RequestParam(defaultValue = "") String phrase,
      @AuthenticationPrincipal SignedInUser me) {
    misheard.reconsider(new Refused(heard, phrase), me);
    return "redirect:" + PATH;
  }

  private ModelAndView page(HttpStatus status, SignedInUser me) {
    List<MisheardForm> proposals = misheard.proposals(me);
    return pages
        .page("wording-misheard", desk.work(), List.of(), status)
        .addObject("proposals", proposals.stream().limit(MOST_SHOWN).map(this::line).toList())
        .addObject("more", Math.max(0, proposals.size() - MOST_SHOWN))
        .addObject("fewest", misheard.calls())
        .addObject("refused", misheard.refused(me));
  }

  private Line line(MisheardForm form) {
    String dialects =
        form.shownBy().stream()
            .map(CorrectedText::dialect)
            .filter(code -> !code.isEmpty())
            .distinct()
            .map(code -> labels.name("dialect", code))
            .collect(Collectors.joining(labels.chinese() ? "、" : ", "));
    return new Line(
        form.heard(),
        form.phrase().phrase(),
        choices.fullCategoryName(form.phrase().category(), form.phrase().subcategory()),
        form.calls(),
        dialects,
        form.shownBy().stream().limit(MOST_EXAMPLES).map(this::example).toList());
  }

  private Example example(CorrectedText text) {
    return new Example(
        text.heard(),
        text.said(),
        tickets
            .ofCall(new CallId(text.call()))
            .map(ticket -> ticket.number().toString())
            .orElse(""));
  }
}
