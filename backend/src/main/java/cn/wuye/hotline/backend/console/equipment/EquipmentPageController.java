package cn.wuye.hotline.backend.console.equipment;

import cn.wuye.hotline.backend.console.ChangeAnswer;
import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.staff.ThirdParty;
import cn.wuye.hotline.backend.equipment.Equipment;
import cn.wuye.hotline.backend.equipment.EquipmentKind;
import cn.wuye.hotline.backend.equipment.EquipmentRegister;
import cn.wuye.hotline.backend.equipment.EquipmentTickets;
import cn.wuye.hotline.backend.equipment.PreventiveProposals;
import cn.wuye.hotline.backend.equipment.Proposal;
import cn.wuye.hotline.backend.equipment.WorkOrders;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The equipment register: list, one with its tickets, and what is proposed. */
@Controller
class EquipmentPageController {
  private static final String PATH = "/console/equipment";

  private final EquipmentRegister register;
  private final EquipmentTickets links;
  private final PreventiveProposals proposals;
  private final WorkOrders orders;
  private final DispatchPlan plan;
  private final Choices choices;
  private final ChangeAnswer answer;
  private final Labels labels;

  EquipmentPageController(
      EquipmentRegister register,
      EquipmentTickets links,
      PreventiveProposals proposals,
      WorkOrders orders,
      DispatchPlan plan,
      Choices choices,
      ChangeAnswer answer,
      Labels labels) {
    this.register = register;
    this.links = links;
    this.proposals = proposals;
    this.orders = orders;
    this.plan = plan;
    this.choices = choices;
    this.answer = answer;
    this.labels = labels;
  }

  /** A line of the list, in words. */
  record Line(long id, String name, String code, String kind, String place, String service) {}

  /** A proposal in words. */
  record ProposalView(long id, long equipment, String name, String why) {}

  @GetMapping(PATH)
  ModelAndView list(
      @RequestParam(defaultValue = "") String estate,
      @RequestParam(defaultValue = "") String kind,
      @AuthenticationPrincipal SignedInUser me) {
    return list(estate, kind, "", HttpStatus.OK, me);
  }

  private ModelAndView list(
      String estate, String kind, String problem, HttpStatus status, SignedInUser me) {
    Map<String, String> names = estateNames(me);
    List<Equipment> found =
        register.list(
            new EquipmentRegister.Query(
                EstateId.find(estate).orElse(null),
                Coded.find(EquipmentKind.class, kind).orElse(null),
                0,
                EquipmentRegister.MOST),
            me.scope());
    return new ModelAndView("equipment", status)
        .addObject("lines", found.stream().map(thing -> line(thing, names)).toList())
        .addObject("more", found.size() == EquipmentRegister.MOST)
        .addObject(
            "proposals",
            proposals.open(me.scope()).stream().map(each -> view(each, names)).toList())
        .addObject("decides", me.dispatches())
        .addObject("edits", PlaceRights.edits(me))
        .addObject("problem", problem)
        .addObject("estate", estate)
        .addObject("kind", kind)
        .addObject("estateChoices", choices.estates(me.scope()))
        .addObject("kindChoices", choices.of("equipment-kind", EquipmentKind.class));
  }

  private Line line(Equipment thing, Map<String, String> names) {
    return new Line(
        thing.id(),
        thing.name(),
        thing.code(),
        labels.name("equipment-kind", thing.kind()),
        place(thing, names),
        thing.lastServiceOn() == null
            ? ""
            : labels.text("equipment.serviced", thing.lastServiceOn().toString()));
  }

  private static String place(Equipment thing, Map<String, String> names) {
    return (names.getOrDefault(thing.estate().toString(), "") + " " + thing.building()).strip();
  }

  private ProposalView view(Proposal proposal, Map<String, String> names) {
    return new ProposalView(
        proposal.id(),
        proposal.equipment().id(),
        place(proposal.equipment(), names) + " " + proposal.equipment().name(),
        why(proposal));
  }

  private String why(Proposal proposal) {
    return labels.text(
        "equipment.proposal." + proposal.cause().code(),
        proposal.days(),
        proposal.complaints(),
        Objects.toString(proposal.equipment().installedOn(), ""));
  }

  @GetMapping(PATH + "/new")
  ModelAndView empty(@AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(PlaceRights.edits(me));
    return page(0, EquipmentForm.empty(), Map.of(), HttpStatus.OK, me);
  }

  @GetMapping(PATH + "/{id:[0-9]{1,18}}")
  ModelAndView one(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    return page(id, EquipmentForm.of(known(id, me)), Map.of(), HttpStatus.OK, me);
  }

  @PostMapping({PATH + "/new", PATH + "/{id:[0-9]{1,18}}"})
  ModelAndView save(
      @PathVariable(required = false) Optional<Long> id,
      EquipmentForm form,
      @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(PlaceRights.edits(me));
    Optional<Equipment> now = id.map(number -> known(number, me));
    Map<String, String> wrong = form.unreadable();
    if (wrong.isEmpty()) {
      EquipmentRegister.Saved saved =
          register.save(form.thing(id.orElse(0L)), me.scope(), me.getUsername());
      if (saved.wrong().isEmpty()) {
        return new ModelAndView("redirect:" + PATH + "/" + saved.id() + "?saved");
      }
      wrong = saved.wrong();
    }
    boolean stale = wrong.containsKey("version");
    // Saved once more, it is meant for what is there now.
    EquipmentForm shown = stale ? form.newer(now.map(Equipment::version).orElse(0L)) : form;
    return page(
        id.orElse(0L),
        shown,
        wrong,
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
        me);
  }

  @PostMapping(PATH + "/proposals/{id:[0-9]{1,18}}/order")
  ModelAndView order(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    requireProposal(id, me);
    Map<String, String> names = estateNames(me);
    Optional<Proposal> proposal =
        proposals.open(me.scope()).stream().filter(each -> each.id() == id).findFirst();
    return proposal
        .flatMap(
            each ->
                orders.order(
                    id,
                    labels.text(
                        "equipment.order.words",
                        place(each.equipment(), names),
                        each.equipment().name(),
                        each.equipment().code(),
                        why(each)),
                    me.scope(),
                    me.getUsername()))
        .map(number -> new ModelAndView("redirect:/console/tickets/" + number))
        .orElseGet(() -> decidedBefore(me));
  }

  @PostMapping(PATH + "/proposals/{id:[0-9]{1,18}}/dismiss")
  ModelAndView dismiss(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedInUser me) {
    requireProposal(id, me);
    if (reason.isBlank() || Text.length(reason.strip()) > WorkOrders.MAX_REASON) {
      return list(
          "", "", labels.text("equipment.dismiss.why"), HttpStatus.UNPROCESSABLE_CONTENT, me);
    }
    return orders.dismiss(id, reason.strip(), me.scope(), me.getUsername())
        ? new ModelAndView("redirect:" + PATH + "?saved")
        : decidedBefore(me);
  }

  private ModelAndView decidedBefore(SignedInUser me) {
    return list("", "", labels.text("equipment.proposal.gone"), HttpStatus.CONFLICT, me);
  }

  @PostMapping("/console/tickets/{number:[0-9]+}/equipment")
  ModelAndView choose(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String equipment,
      @AuthenticationPrincipal SignedInUser me) {
    if (!me.writesTickets()) {
      throw new AccessDeniedException("changes no tickets");
    }
    TicketNumber ticket =
        TicketNumber.find(number).orElseThrow(() -> new NoSuchPage("ticket " + number));
    long wanted = equipment.matches("[1-9][0-9]{0,17}") ? Long.parseLong(equipment) : 0;
    return links.choose(ticket, wanted, me.scope(), me.getUsername())
        ? new ModelAndView("redirect:/console/tickets/" + ticket + "?done")
        : answer.refused(ticket, labels.text("equipment.notThere"), me);
  }

  private ModelAndView page(
      long id, EquipmentForm form, Map<String, String> wrong, HttpStatus status, SignedInUser me) {
    Map<String, String> errors =
        wrong.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> labels.text("equipment.error." + e.getValue())));
    return new ModelAndView("equipment-one", status)
        .addObject("id", id)
        .addObject("form", form)
        .addObject("errors", errors)
        .addObject("edits", PlaceRights.edits(me))
        .addObject(
            "tickets", links.ticketsOf(id, me.scope()).stream().map(Object::toString).toList())
        .addObject("buildings", choices.buildings(me.scope()))
        .addObject("estateChoices", choices.estates(me.scope()))
        .addObject("kindChoices", choices.of("equipment-kind", EquipmentKind.class))
        .addObject(
            "partyChoices",
            plan.thirdParties().stream()
                .map((ThirdParty party) -> new Choice(party.code(), party.name()))
                .toList());
  }

  private Equipment known(long id, SignedInUser me) {
    return register.find(id, me.scope()).orElseThrow(() -> new NoSuchPage("equipment " + id));
  }

  private Map<String, String> estateNames(SignedInUser me) {
    return choices.estates(me.scope()).stream()
        .collect(Collectors.toMap(Choice::value, Choice::text));
  }

  private void requireProposal(long id, SignedInUser me) {
    if (!me.dispatches()) {
      throw new AccessDeniedException("gives no work to others");
    }
    if (!proposals.known(id, me.scope())) {
      throw new NoSuchPage("proposal " + id);
    }
  }
}
