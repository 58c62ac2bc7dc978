package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.DutyReason;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of one ticket. */
@Component
class TicketPageModel {
  private final TicketViews views;
  private final Timeline timeline;
  private final EventViews events;
  private final CallPart call;
  private final ClocksPart clocks;
  private final Choices choices;
  private final DispatchPart dispatch;
  private final List<TicketPart> parts;

  TicketPageModel(
      TicketViews views,
      Timeline timeline,
      EventViews events,
      CallPart call,
      ClocksPart clocks,
      Choices choices,
      DispatchPart dispatch,
      List<TicketPart> parts) {
    this.parts = parts;
    this.dispatch = dispatch;
    this.views = views;
    this.timeline = timeline;
    this.events = events;
    this.call = call;
    this.clocks = clocks;
    this.choices = choices;
  }

  void fill(TicketRow row, SignedInUser reader, Model model) {
    model.addAttribute("t", views.of(row, reader));
    List<TicketEvent> history = timeline.of(row.number());
    model.addAttribute("timeline", history.stream().map(events::of).toList());
    model.addAttribute("dutyChoices", choices.of("duty", DutyReason.class));
    dispatch.add(row, reader, model);
    parts.forEach(part -> part.add(row, reader, model));
    clocks.add(row.number(), reader, model);
    String words = call.add(row.callId(), row.number(), model);
    model.addAttribute("proposal", TalkProposal.of(row, history, words, reader));
    model.addAttribute("proposed", false);
    model.addAttribute("step", StepForm.of(row));
    model.addAttribute("edit", TicketForm.of(row, reader));
    model.addAttribute("errors", Map.of());
    model.addAttribute("formChoices", FormChoices.of(choices, row.contents().subject(), reader));
  }

  /** Has the form begin with the text that is proposed, where one is. */
  void propose(TicketRow row, SignedInUser reader, Model model) {
    String proposal = String.valueOf(model.getAttribute("proposal"));
    if (!proposal.isEmpty()) {
      model.addAttribute("edit", TicketForm.of(row, reader).withText(proposal));
      model.addAttribute("proposed", true);
    }
  }
}
