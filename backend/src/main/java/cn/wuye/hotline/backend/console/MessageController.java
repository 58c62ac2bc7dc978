package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.message.channel.Channels;
import cn.wuye.hotline.backend.message.outbox.MessageState;
import cn.wuye.hotline.backend.message.outbox.OutboxDesk;
import cn.wuye.hotline.backend.message.outbox.OutboxMessage;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What people are told: waiting, sent, and what needs somebody. */
@Controller
class MessageController {
  static final String PATH = "/console/messages";
  private static final int PAGE = 50;
  private static final int COUNTED = 1000;

  private final OutboxDesk desk;
  private final MessageViews views;
  private final Channels channels;
  private final Labels labels;

  MessageController(OutboxDesk desk, MessageViews views, Channels channels, Labels labels) {
    this.desk = desk;
    this.views = views;
    this.channels = channels;
    this.labels = labels;
  }

  /**
   * A state with how many there are.
   *
   * @param count "1000+" for more; empty string when counting takes too long
   */
  record Chip(String code, String name, String count, boolean here) {}

  @GetMapping(PATH)
  ModelAndView list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String ticket,
      @RequestParam(defaultValue = "") String before,
      @AuthenticationPrincipal SignedInUser me) {
    @Nullable MessageState wanted = Coded.find(MessageState.class, state).orElse(null);
    long from = before.matches("[1-9][0-9]{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE;
    Optional<TicketNumber> number = TicketNumber.find(ticket.strip());
    // What is no ticket's number finds nothing, rather than everything.
    List<OutboxMessage> found =
        number.isEmpty() && !ticket.isBlank()
            ? List.of()
            : desk.list(
                new OutboxDesk.Query(wanted, number.orElse(null), from, PAGE + 1), me.scope());
    Map<MessageState, Integer> counts = desk.countsUpTo(COUNTED + 1, me.scope());
    return new ModelAndView("messages")
        .addObject("lines", found.stream().limit(PAGE).map(views::of).toList())
        .addObject("older", found.size() > PAGE ? found.get(PAGE - 1).id() : null)
        .addObject("state", wanted == null ? "" : wanted.code())
        .addObject("ticket", ticket.strip())
        .addObject("noChannel", !channels.any())
        .addObject("sends", me.writesTickets() || me.administers())
        .addObject(
            "chips",
            Arrays.stream(MessageState.values())
                .map(
                    each ->
                        new Chip(
                            each.code(),
                            labels.name("message-state", each),
                            counted(counts.get(each)),
                            each == wanted))
                .toList());
  }

  @PostMapping(PATH + "/{id:[0-9]{1,18}}/resend")
  String resend(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String state,
      @AuthenticationPrincipal SignedInUser me) {
    return after(desk.resend(id, me), id, state, "resent");
  }

  @PostMapping(PATH + "/{id:[0-9]{1,18}}/aside")
  String putAside(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal SignedInUser me) {
    String done = Text.fitted(note.strip(), OutboxDesk.MAX_NOTE);
    return done.isEmpty()
        ? back(state, "noNote")
        : after(desk.putAside(id, done, me), id, state, "aside");
  }

  private static String after(OutboxDesk.Change change, long id, String state, String done) {
    if (change == OutboxDesk.Change.UNKNOWN) {
      throw new NoSuchPage("message " + id);
    }
    return back(state, change == OutboxDesk.Change.DONE ? done : "notNow");
  }

  private static String back(String state, String told) {
    String shown = Coded.find(MessageState.class, state).map(MessageState::code).orElse("");
    return "redirect:" + PATH + "?state=" + shown + "&" + told;
  }

  private static String counted(@Nullable Integer count) {
    return count == null ? "" : count > COUNTED ? COUNTED + "+" : count.toString();
  }
}
