package cn.wuye.hotline.backend.console.desk;

import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.desk.AgentDesk;
import cn.wuye.hotline.backend.desk.CallBrief;
import cn.wuye.hotline.backend.desk.CallBriefs;
import cn.wuye.hotline.backend.desk.DeskMessages;
import cn.wuye.hotline.backend.desk.DeskOutcome;
import cn.wuye.hotline.backend.desk.Drafts;
import cn.wuye.hotline.backend.desk.Targets;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the parts of the agent's page show. */
@Component
class DeskPage {
  static final String PATH = "/console/desk";

  private final AgentDesk desk;
  private final CallBriefs briefs;
  private final Drafts drafts;
  private final Targets targets;
  private final DeskMessages messages;
  private final DeskViews views;
  private final DeskKnowledge knowledge;
  private final Choices choices;
  private final Labels labels;

  DeskPage(
      AgentDesk desk,
      CallBriefs briefs,
      Drafts drafts,
      Targets targets,
      DeskMessages messages,
      DeskViews views,
      DeskKnowledge knowledge,
      Choices choices,
      Labels labels) {
    this.desk = desk;
    this.briefs = briefs;
    this.drafts = drafts;
    this.targets = targets;
    this.messages = messages;
    this.views = views;
    this.knowledge = knowledge;
    this.choices = choices;
    this.labels = labels;
  }

  /** Only those who take callers have a desk. */
  static void mayAnswer(SignedInUser me) {
    if (!me.answersCalls()) {
      throw new AccessDeniedException("answers no calls");
    }
  }

  /** All of it. */
  ModelAndView whole(SignedInUser me) {
    Optional<CallBrief> brief = briefs.current(me);
    ModelAndView page = withState(new ModelAndView("desk"), me, Optional.empty());
    withLine(page, me, brief, Optional.empty());
    page.addObject("messages", views.messages(messages.unread(me.id())));
    return brief.isPresent()
        ? withCase(page, me, brief.get(), Map.of(), Optional.empty(), "")
        : page.addObject("known", null).addObject("waiting", waiting(me, Optional.empty()));
  }

  ModelAndView state(SignedInUser me, Optional<DeskOutcome> outcome) {
    return withState(new ModelAndView("parts/desk-state :: state"), me, outcome);
  }

  /** What supervisors have written, and she has not read. */
  ModelAndView messages(SignedInUser me) {
    return new ModelAndView("parts/desk-messages :: messages")
        .addObject("messages", views.messages(messages.unread(me.id())));
  }

  ModelAndView line(SignedInUser me, Optional<DeskOutcome> outcome) {
    return withLine(new ModelAndView("parts/desk-line :: line"), me, briefs.current(me), outcome);
  }

  /**
   * The call and its ticket.
   *
   * @param typed what stands in the form; empty takes the draft, or what is known
   * @param kept the number of the ticket that has just been saved; may be empty
   */
  ModelAndView theCase(
      SignedInUser me,
      CallBrief brief,
      Map<String, String> errors,
      Optional<DeskForm> typed,
      String kept) {
    return withCase(new ModelAndView("parts/desk-case :: matter"), me, brief, errors, typed, kept);
  }

  ModelAndView noCase(SignedInUser me) {
    return new ModelAndView("parts/desk-case :: matter")
        .addObject("known", null)
        .addObject("waiting", waiting(me, Optional.empty()));
  }

  private ModelAndView withState(
      ModelAndView page, SignedInUser me, Optional<DeskOutcome> outcome) {
    return page.addObject("desk", views.of(desk.status(me)))
        .addObject("phones", views.phones(desk.phones(me)))
        .addObject("pauses", views.pauses())
        .addObject("deskSaid", said(outcome));
  }

  private ModelAndView withLine(
      ModelAndView page,
      SignedInUser me,
      Optional<CallBrief> brief,
      Optional<DeskOutcome> outcome) {
    return page.addObject("line", brief.map(views::line).orElse(null))
        .addObject(
            "targets",
            brief
                .filter(found -> found.call().stage().answered())
                .map(found -> views.targets(targets.of(me.id(), estate(found))))
                .orElse(List.of()))
        .addObject("lineSaid", said(outcome));
  }

  /** Empty when all went well: what comes of it is seen. */
  private String said(Optional<DeskOutcome> outcome) {
    return outcome
        .filter(how -> how != DeskOutcome.DONE)
        .map(how -> labels.name("desk.outcome", how))
        .orElse("");
  }

  private ModelAndView withCase(
      ModelAndView page,
      SignedInUser me,
      CallBrief brief,
      Map<String, String> errors,
      Optional<DeskForm> typed,
      String kept) {
    DeskForm form =
        typed.orElseGet(() -> DeskForm.of(brief, drafts.find(brief.call().call(), me.id())));
    return page.addObject("known", views.of(brief))
        .addObject("form", form)
        .addObject("proposal", views.proposal(brief, form.text()))
        .addObject("articles", knowledge.of(brief, form))
        .addObject("errors", errors)
        .addObject("kept", kept)
        .addObject("kinds", choices.of("kind", Kind.class))
        .addObject("urgencies", choices.of("urgency", Urgency.class))
        .addObject("categories", choices.offeredCategories())
        .addObject("estates", choices.estates(brief.scope()))
        .addObject("buildings", choices.buildings(brief.scope()))
        .addObject("waiting", waiting(me, Optional.of(brief)));
  }

  /** How many of her other calls still have something typed that was not handed in. */
  private List<WaitingDraft> waiting(SignedInUser me, Optional<CallBrief> now) {
    return drafts.of(me.id()).stream()
        .filter(draft -> now.filter(brief -> brief.call().call().equals(draft.call())).isEmpty())
        .map(
            draft ->
                new WaitingDraft(
                    draft.call().value(), labels.time(draft.savedAt()), draft.fields().text()))
        .toList();
  }

  /** Something typed for an earlier call. */
  record WaitingDraft(String call, String at, String text) {}

  /** Where the caller is, for whom she could be handed on to; empty while unknown. */
  static String estate(CallBrief brief) {
    return brief
        .told()
        .draft()
        .map(draft -> draft.place().estateId())
        .filter(id -> !id.isEmpty())
        .or(
            () ->
                brief.residents().stream()
                    .flatMap(resident -> resident.dwellings().stream())
                    .map(home -> home.estateId().toString())
                    .findFirst())
        .orElse("");
  }
}
