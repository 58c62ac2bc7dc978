package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.related.incident.Announcement;
import cn.wuye.hotline.backend.related.incident.Incident;
import cn.wuye.hotline.backend.related.incident.Incidents;
import cn.wuye.hotline.backend.related.likeness.Likeness;
import cn.wuye.hotline.backend.related.merge.Likelies;
import cn.wuye.hotline.backend.related.merge.MergeDesk;
import cn.wuye.hotline.backend.ticket.MergedTickets;
import cn.wuye.hotline.backend.ticket.Repeats;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a ticket has to do with others: the part of its page. */
@Component
class RelatedPart implements TicketPart {
  private static final int EXCERPT = 60;

  private final MergeDesk desk;
  private final MergedTickets merged;
  private final Likelies likelies;
  private final Incidents incidents;
  private final Repeats repeats;
  private final TicketList tickets;
  private final Labels labels;

  RelatedPart(
      MergeDesk desk,
      MergedTickets merged,
      Likelies likelies,
      Incidents incidents,
      Repeats repeats,
      TicketList tickets,
      Labels labels) {
    this.desk = desk;
    this.merged = merged;
    this.likelies = likelies;
    this.incidents = incidents;
    this.repeats = repeats;
    this.tickets = tickets;
    this.labels = labels;
  }

  /** Another ticket in one line. */
  record OtherView(String number, String openedAt, String state, String text) {}

  /** One that may be the same, and why. */
  record CandidateView(OtherView ticket, String points, List<String> reasons) {}

  /**
   * What callers hear.
   *
   * @param where the buildings in words
   * @param buildings the same as it is typed
   * @param untilField the expected end as a form has it; empty while unknown
   */
  record IncidentView(
      long version,
      boolean open,
      String announcement,
      String where,
      String buildings,
      String until,
      String untilField,
      String heard) {}

  /**
   * All of it.
   *
   * @param head number of the ticket that goes on in the end; empty for one that is not merged
   * @param here an incident that goes on at the ticket's place, and is another ticket's
   * @param declarable whether it could be declared an incident
   */
  record RelatedView(
      String head,
      List<OtherView> earlier,
      List<OtherView> later,
      List<OtherView> under,
      List<CandidateView> candidates,
      Optional<OtherView> here,
      Optional<IncidentView> incident,
      boolean declarable) {
    /** Whether there is anything to show. */
    public boolean any() {
      return !head.isEmpty()
          || !earlier.isEmpty()
          || !later.isEmpty()
          || !under.isEmpty()
          || !candidates.isEmpty()
          || here.isPresent();
    }
  }

  /** Adds {@code related, incidentBuilding, longestAnnouncement} to a page. */
  @Override
  public void add(TicketRow row, SignedInUser reader, Model model) {
    Optional<Incident> incident = incidents.find(row.number(), reader.scope());
    boolean open = State.OPEN.contains(row.state());
    model.addAttribute(
        "related",
        new RelatedView(
            row.duplicateOf() == null ? "" : head(row.number()),
            row.repeatOf() == null ? List.of() : others(List.of(row.repeatOf()), reader),
            others(repeats.later(row.number()), reader),
            desk.under(row.number(), reader.scope()).stream().map(this::view).toList(),
            likelies.of(row.number(), reader.scope()).stream().map(this::candidate).toList(),
            open && incident.isEmpty() ? here(row, reader) : Optional.empty(),
            incident.map(this::incident),
            open && incident.isEmpty() && row.contents().place().estateId() != null));
    model.addAttribute("incidentBuilding", row.contents().place().building());
    model.addAttribute("longestAnnouncement", Announcement.MAX_WORDS);
  }

  private String head(TicketNumber number) {
    return merged.head(number).map(Ticket::number).orElse(number).toString();
  }

  private Optional<OtherView> here(TicketRow row, SignedInUser reader) {
    return Optional.ofNullable(row.contents().place().estateId())
        .flatMap(estate -> incidents.at(estate, row.contents().place().building()))
        .flatMap(incident -> tickets.find(incident.ticket(), reader.scope()))
        .map(this::view);
  }

  private List<OtherView> others(List<TicketNumber> numbers, SignedInUser reader) {
    return desk.rows(numbers, reader.scope()).stream().map(this::view).toList();
  }

  private OtherView view(TicketRow row) {
    return new OtherView(
        row.number().toString(),
        labels.time(row.openedAt()),
        labels.name("state", row.state()),
        Text.fitted(row.contents().text(), EXCERPT));
  }

  private CandidateView candidate(Likelies.Likely likely) {
    return new CandidateView(
        new OtherView(
            likely.number().toString(),
            "",
            labels.name("state", likely.state()),
            Text.fitted(likely.text(), EXCERPT)),
        labels.text("related.points", likely.likeness().points()),
        likely.likeness().reasons().stream()
            .sorted(Comparator.comparing((Likeness.Reason reason) -> -reason.points()))
            .map(
                reason ->
                    labels.text(
                        "likeness.reason",
                        labels.text("likeness." + reason.finding().code(), reason.percent()),
                        reason.points(),
                        reason.most()))
            .toList());
  }

  private IncidentView incident(Incident incident) {
    Announcement announcement = incident.announcement();
    Instant until = announcement.expectedEnd();
    String buildings = String.join("、", announcement.buildings());
    return new IncidentView(
        incident.version(),
        incident.open(),
        announcement.words(),
        buildings.isEmpty() ? labels.text("incident.everywhere") : buildings,
        buildings,
        until == null ? "" : labels.time(until),
        field(until),
        labels.text("incident.heard", incidents.heard(incident.ticket())));
  }

  private static String field(@Nullable Instant moment) {
    return moment == null
        ? ""
        : LocalDateTime.ofInstant(moment, Labels.ZONE).truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
