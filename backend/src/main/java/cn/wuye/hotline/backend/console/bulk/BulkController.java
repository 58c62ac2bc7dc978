package cn.wuye.hotline.backend.console.bulk;

import cn.wuye.hotline.backend.console.ChangeSentences;
import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.JobTakers;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.ListLink;
import cn.wuye.hotline.backend.console.bulk.Foresight.Foreseen;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.DutyReason;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.Transitions;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One thing for many tickets: what to do, what it would do, and what it did. */
@Controller
class BulkController {
  /** The most tickets at once. */
  static final int MOST = 200;

  private static final String PATH = "/console/tickets/bulk";

  private final TicketList tickets;
  private final Foresight foresight;
  private final BulkWork work;
  private final JobTakers takers;
  private final Choices choices;
  private final ChangeSentences sentences;
  private final Labels labels;

  BulkController(
      TicketList tickets,
      Foresight foresight,
      BulkWork work,
      JobTakers takers,
      Choices choices,
      ChangeSentences sentences,
      Labels labels) {
    this.tickets = tickets;
    this.foresight = foresight;
    this.work = work;
    this.takers = takers;
    this.choices = choices;
    this.sentences = sentences;
    this.labels = labels;
  }

  /**
   * A ticket and what becomes of it.
   *
   * @param value as it is sent on
   * @param known whether it is there for the one who asks
   * @param from how it is before; empty string when nothing is replaced
   * @param to how it is then; empty string for nothing to say
   * @param problem why not; empty string when nothing stands against it
   */
  record Line(
      String number,
      String value,
      boolean known,
      String words,
      String place,
      String state,
      String from,
      String to,
      String problem) {}

  /** What is to be done with those chosen. */
  @GetMapping(PATH)
  ModelAndView choose(BulkForm form, @AuthenticationPrincipal SignedInUser me) {
    requireWriter(me);
    return chosen(form, Map.of(), HttpStatus.OK, me);
  }

  /** What it would do to each; nothing is changed. */
  @PostMapping(PATH)
  ModelAndView preview(BulkForm form, @AuthenticationPrincipal SignedInUser me) {
    requireWriter(me);
    DeedReader reader = new DeedReader(form, labels);
    Optional<Deed> deed = reader.read();
    if (unusable(form).isPresent() || deed.isEmpty()) {
      return chosen(form, reader.errors(), HttpStatus.UNPROCESSABLE_CONTENT, me);
    }
    Map<TicketNumber, TicketRow> rows = rows(form, me);
    List<Line> lines =
        form.picked().stream()
            .map(
                picked ->
                    Optional.ofNullable(rows.get(picked.number()))
                        .map(row -> line(row, foresight.of(deed.get(), row, me)))
                        .orElseGet(() -> unknown(picked)))
            .toList();
    return page("bulk-preview", HttpStatus.OK, form)
        .addObject("what", name(form, deed.get()))
        .addObject("possible", lines.stream().filter(line -> line.problem().isEmpty()).toList())
        .addObject("impossible", lines.stream().filter(line -> !line.problem().isEmpty()).toList())
        .addObject("lines", lines)
        .addObject("key", UUID.randomUUID().toString());
  }

  /** Done to each as far as it still can be. */
  @PostMapping(PATH + "/done")
  ModelAndView carryOut(BulkForm form, @AuthenticationPrincipal SignedInUser me) {
    requireWriter(me);
    DeedReader reader = new DeedReader(form, labels);
    Optional<Deed> deed = reader.read();
    if (unusable(form).isPresent() || deed.isEmpty() || !form.key().matches("[0-9a-f-]{36}")) {
      return chosen(form, reader.errors(), HttpStatus.UNPROCESSABLE_CONTENT, me);
    }
    List<Line> done = new ArrayList<>();
    List<Line> undone = new ArrayList<>();
    for (Picked picked : form.picked()) {
      BulkWork.Result result = work.does(deed.get(), picked, form.key(), me);
      Line line = line(picked, result, me);
      (line.problem().isEmpty() ? done : undone).add(line);
    }
    return page("bulk-done", HttpStatus.OK, form)
        .addObject("what", name(form, deed.get()))
        .addObject("done", done)
        .addObject("undone", undone);
  }

  /** Where a browser lands that opens the address of the result anew. */
  @GetMapping(PATH + "/done")
  String over() {
    return "redirect:" + ListLink.of("");
  }

  private ModelAndView chosen(
      BulkForm form, Map<String, String> errors, HttpStatus status, SignedInUser me) {
    Optional<String> unusable = unusable(form);
    Map<TicketNumber, TicketRow> rows = unusable.isPresent() ? Map.of() : rows(form, me);
    List<Line> lines =
        unusable.isPresent()
            ? List.of()
            : form.picked().stream()
                .map(
                    picked ->
                        Optional.ofNullable(rows.get(picked.number()))
                            .map(row -> line(row, new Foreseen("", "", Optional.empty())))
                            .orElseGet(() -> unknown(picked)))
                .toList();
    return page("bulk", unusable.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : status, form)
        .addObject("unusable", unusable.orElse(""))
        .addObject("errors", errors)
        .addObject("lines", lines)
        .addObject("actions", actions(rows.values(), me))
        .addObject("takers", me.dispatches() ? takers.choices(estates(rows.values())) : List.of())
        .addObject("urgencies", choices.of("urgency", Urgency.class))
        .addObject("duties", choices.of("duty", DutyReason.class));
  }

  private ModelAndView page(String template, HttpStatus status, BulkForm form) {
    return new ModelAndView(template, status)
        .addObject("form", form)
        .addObject("back", ListLink.of(form.back()));
  }

  /** Why these cannot be worked on at all. */
  private Optional<String> unusable(BulkForm form) {
    int count = form.picked().size();
    if (count == 0) {
      return Optional.of(labels.text("bulk.none"));
    }
    return count > MOST ? Optional.of(labels.text("bulk.tooMany", MOST, count)) : Optional.empty();
  }

  /** What at least one of them can be made, in the order of a ticket's way. */
  private List<Choice> actions(Collection<TicketRow> rows, SignedInUser me) {
    List<Choice> actions = new ArrayList<>();
    if (me.dispatches()) {
      actions.add(action(BulkForm.GIVE));
    }
    actions.add(action(BulkForm.URGENCY));
    for (Verb verb : Deed.Move.VERBS) {
      if (rows.stream().anyMatch(row -> Transitions.apply(row.state(), verb).isPresent())) {
        actions.add(new Choice(verb.code(), labels.name("verb", verb)));
      }
    }
    actions.add(action(BulkForm.NOTE));
    return actions;
  }

  private Choice action(String code) {
    return new Choice(code, labels.text("bulk.action." + code));
  }

  private String name(BulkForm form, Deed deed) {
    return deed instanceof Deed.Move move
        ? labels.name("verb", move.verb())
        : labels.text("bulk.action." + form.action());
  }

  private Map<TicketNumber, TicketRow> rows(BulkForm form, SignedInUser me) {
    return tickets.find(form.picked().stream().map(Picked::number).toList(), me.scope());
  }

  private static List<Optional<EstateId>> estates(Collection<TicketRow> rows) {
    return rows.stream()
        .map(row -> Optional.ofNullable(row.contents().place().estateId()))
        .toList();
  }

  private Line line(TicketRow row, Foreseen foreseen) {
    return new Line(
        row.number().toString(),
        new Picked(row.number(), row.version()).toString(),
        true,
        row.contents().text(),
        row.placeLine(),
        labels.name("state", row.state()),
        foreseen.from(),
        foreseen.to(),
        foreseen.problem().orElse(""));
  }

  private Line line(Picked picked, BulkWork.Result result, SignedInUser me) {
    Foreseen then =
        new Foreseen("", result.before() ? labels.text("bulk.before") : "", result.problem());
    return tickets
        .find(picked.number(), me.scope())
        .map(row -> line(row, then))
        .orElseGet(() -> unknown(picked));
  }

  private Line unknown(Picked picked) {
    String number = picked.number().toString();
    return new Line(number, number, false, "", "", "", "", "", sentences.unknown());
  }

  private static void requireWriter(SignedInUser me) {
    if (!me.writesTickets()) {
      throw new AccessDeniedException("changes no tickets");
    }
  }
}
