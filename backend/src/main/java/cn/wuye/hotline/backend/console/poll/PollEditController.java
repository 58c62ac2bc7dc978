package cn.wuye.hotline.backend.console.poll;

import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.poll.PollChannel;
import cn.wuye.hotline.backend.poll.PollCheck;
import cn.wuye.hotline.backend.poll.PollDraft;
import cn.wuye.hotline.backend.poll.PollState;
import cn.wuye.hotline.backend.poll.QuestionKind;
import cn.wuye.hotline.backend.poll.desk.PollDesk;
import cn.wuye.hotline.backend.poll.store.Poll;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Drafts of polls: what would be asked, whom, and what is wrong with it. */
@Controller
class PollEditController {
  private static final String EDIT = PollPageController.PATH + "/{id:[0-9]{1,18}}/edit";
  private static final String NEW = PollPageController.PATH + "/new";

  private final PollDesk desk;
  private final Choices choices;
  private final Labels labels;
  private final Clock clock;

  PollEditController(PollDesk desk, Choices choices, Labels labels, Clock clock) {
    this.desk = desk;
    this.choices = choices;
    this.labels = labels;
    this.clock = clock;
  }

  @GetMapping(NEW)
  ModelAndView fresh(@AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(PollDesk.drafts(me));
    PollForm form = PollForm.empty(Period.today(clock.instant()));
    return page(0, form, List.of(), HttpStatus.OK, me);
  }

  @GetMapping(EDIT)
  ModelAndView edit(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    Poll poll = draft(id, me);
    return preview(id, PollForm.of(poll.version(), poll.draft()), HttpStatus.OK, me);
  }

  @PostMapping(NEW)
  ModelAndView add(
      @RequestParam MultiValueMap<String, String> typed, @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(PollDesk.drafts(me));
    return keep(0, typed, me);
  }

  @PostMapping(EDIT)
  ModelAndView change(
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> typed,
      @AuthenticationPrincipal SignedInUser me) {
    draft(id, me);
    return keep(id, typed, me);
  }

  private ModelAndView keep(long id, MultiValueMap<String, String> typed, SignedInUser me) {
    PollForm form = PollForm.typed(typed);
    if (typed.containsKey("preview")) {
      return preview(id, form, HttpStatus.OK, me);
    }
    PollDesk.Saved saved = desk.save(id, form.version(), form.draft(me.scope()), me);
    if (!saved.problems().isEmpty()) {
      return preview(id, form, HttpStatus.UNPROCESSABLE_CONTENT, me).addObject("refused", true);
    }
    return switch (saved.change()) {
      case DONE ->
          new ModelAndView("redirect:" + PollPageController.PATH + "/" + saved.id() + "?saved");
      case UNKNOWN -> throw new NoSuchPage("poll " + id);
      case OVER, NOBODY, NO_PAGE ->
          page(id, form, List.of(labels.text("polls.stale")), HttpStatus.CONFLICT, me);
    };
  }

  /** The form with what a draft would mean, and what is wrong with it. */
  private ModelAndView preview(long id, PollForm form, HttpStatus status, SignedInUser me) {
    PollDraft draft = form.draft(me.scope());
    List<String> problems =
        PollCheck.of(draft, Period.today(clock.instant())).stream()
            .map(
                problem ->
                    labels.text(
                        "polls.problem." + problem.code(),
                        Integer.toString(PollCheck.MOST_RESIDENTS),
                        Integer.toString(PollCheck.MOST_DAYS),
                        Integer.toString(PollCheck.MOST_QUESTIONS)))
            .toList();
    PollDesk.Preview preview = desk.preview(draft);
    return page(id, form, problems, status, me)
        .addObject(
            "preview",
            labels.text(
                "polls.preview.numbers",
                Integer.toString(preview.households()),
                Integer.toString(preview.drawn()),
                Long.toString(preview.length().toSeconds())))
        .addObject("said", draft.questions());
  }

  private ModelAndView page(
      long id, PollForm form, List<String> problems, HttpStatus status, SignedInUser me) {
    return new ModelAndView("poll-edit", status)
        .addObject("id", id)
        .addObject("form", form)
        .addObject("problems", problems)
        .addObject("refused", false)
        .addObject("preview", "")
        .addObject("said", List.of())
        .addObject("channels", choices.of("poll-channel", PollChannel.class))
        .addObject("kinds", choices.of("poll-kind", QuestionKind.class))
        .addObject("estates", choices.estates(me.scope()));
  }

  /** A draft that may be changed; what has begun is looked at, not edited. */
  private Poll draft(long id, SignedInUser me) {
    PlaceRights.require(PollDesk.drafts(me));
    Poll poll = desk.find(id, me).orElseThrow(() -> new NoSuchPage("poll " + id));
    PlaceRights.require(PollDesk.changes(poll.draft(), me));
    if (poll.state() != PollState.DRAFT) {
      throw new NoSuchPage("draft of poll " + id);
    }
    return poll;
  }
}
