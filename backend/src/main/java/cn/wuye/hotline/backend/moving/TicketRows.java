package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.ticket.NumberRange;
import cn.wuye.hotline.backend.ticket.TicketNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tickets of an older system, known by its name and number. They keep their dates and states, and
 * nobody is rung for them. One that was worked on here since is left as it is.
 */
@Component
class TicketRows implements SheetRules {
  /** Who stands in the timelines for what an import did. */
  static final String ACTOR = "system:import";

  private final KnownTickets tickets;
  private final TicketWrites writes;
  private final TicketNumbers numbers;
  private final KnownCodes codes;
  private final String node;

  TicketRows(
      KnownTickets tickets,
      TicketWrites writes,
      TicketNumbers numbers,
      KnownCodes codes,
      HotlineProperties properties) {
    this.tickets = tickets;
    this.writes = writes;
    this.numbers = numbers;
    this.codes = codes;
    this.node = properties.nodeId();
  }

  @Override
  public Sheet sheet() {
    return Sheet.TICKETS;
  }

  @Override
  public List<Verdict> judge(List<List<StagedRow>> things, Check check) {
    OldTicket.Names names = OldTicket.Names.of(codes);
    List<Optional<OldTicket>> read = new ArrayList<>();
    List<List<Fault>> faults = new ArrayList<>();
    for (List<StagedRow> thing : things) {
      List<Fault> wrong = new ArrayList<>();
      read.add(OldTicket.read(thing.get(0), names, check, wrong));
      faults.add(wrong);
    }
    List<OldTicket> wanted = read.stream().flatMap(Optional::stream).toList();
    Map<String, KnownTickets.Known> known = tickets.of(wanted);
    Set<Long> touched =
        tickets.touched(
            known.values().stream().map(KnownTickets.Known::number).collect(Collectors.toSet()));
    Map<String, Long> residents = check.dry() ? Map.of() : tickets.reporters(wanted);
    Numbers fresh = new Numbers(check.dry() ? 0 : wanted.size() - known.size());
    List<Verdict> verdicts = new ArrayList<>();
    for (int n = 0; n < things.size(); n++) {
      List<StagedRow> thing = things.get(n);
      List<Fault> wrong = faults.get(n);
      verdicts.add(
          read.get(n)
              .map(
                  ticket ->
                      judge(
                          thing,
                          ticket,
                          known.get(ticket.origin()),
                          touched,
                          check,
                          residents,
                          fresh))
              .orElseGet(() -> Verdict.refused(thing, wrong)));
    }
    return verdicts;
  }

  private Verdict judge(
      List<StagedRow> thing,
      OldTicket ticket,
      KnownTickets.@Nullable Known known,
      Set<Long> touched,
      Check check,
      Map<String, Long> residents,
      Numbers fresh) {
    String estate = ticket.estateName();
    if (known == null) {
      long number = fresh.next();
      return Verdict.add(
          thing,
          estate,
          ticket.category(),
          to -> writes.add(number, ticket, residents.get(reporterKey(ticket)), check.now(), to));
    }
    if (known.own() || known.facts().equals(TicketFacts.of(ticket))) {
      return Verdict.same(thing, estate, ticket.category());
    }
    if (touched.contains(known.number())) {
      List<Fault> fault = new ArrayList<>();
      new Cells(thing.get(0), check, fault)
          .fault("number", "worked-on", Long.toString(known.number()));
      return Verdict.refused(thing, fault);
    }
    return Verdict.change(
        thing,
        estate,
        ticket.category(),
        to -> writes.change(known.number(), ticket, check.now(), to));
  }

  private static String reporterKey(OldTicket ticket) {
    EstateIndex.Known estate = ticket.estate();
    return ticket.phone() == null || estate == null
        ? ""
        : Objects.requireNonNull(ticket.phone()).digits() + "|" + estate.id();
  }

  /** Ticket numbers for what a chunk adds. */
  private final class Numbers {
    private final @Nullable NumberRange range;
    private int used;

    Numbers(int count) {
      range = count > 0 ? numbers.reserve(node, count) : null;
    }

    long next() {
      NumberRange reserved = range;
      return reserved == null ? 0 : reserved.number(used++).value();
    }
  }
}
