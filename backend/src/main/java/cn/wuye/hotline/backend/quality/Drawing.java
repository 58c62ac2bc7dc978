package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.ArchivedTicket;
import cn.wuye.hotline.backend.survey.QualitySample;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws the sample of a week, once on all nodes together. */
@Component
class Drawing {
  private static final Logger log = LoggerFactory.getLogger(Drawing.class);
  private static final String ACTOR = "system:quality";
  private static final AuditAction DRAWN = new AuditAction("quality.drawn");
  private static final Duration KEPT = Duration.ofDays(400);

  private final ArchivedRows archived;
  private final ItemRows items;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  Drawing(
      ArchivedRows archived,
      ItemRows items,
      JdbcClient jdbc,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    this.archived = archived;
    this.items = items;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** The last week that was drawn. */
  Optional<Week> last() {
    return jdbc.sql("SELECT monday FROM quality_week ORDER BY monday DESC LIMIT 1")
        .query(LocalDate.class)
        .optional()
        .map(Week::new);
  }

  /** What is drawn of a week; the same as often as it is asked. */
  QualitySample sample(Week week) {
    return QualitySample.draw(archived.of(week), week.seed());
  }

  /** Puts the sample of a week on the work list; false when that was done before. */
  boolean draw(Week week) {
    List<ArchivedTicket> all = archived.of(week);
    QualitySample sample = QualitySample.draw(all, week.seed());
    Map<TicketNumber, ArchivedTicket> known =
        all.stream().collect(Collectors.toMap(ArchivedTicket::ticket, Function.identity()));
    try {
      transactions.run(() -> keep(week, sample, known));
    } catch (DuplicateKeyException drawn) {
      return false;
    }
    log.info(
        "quality sample of the week from {}: {} of {} tickets, {} with a low score",
        week.monday(),
        sample.sample().size(),
        all.size(),
        sample.low().size());
    return true;
  }

  private boolean keep(Week week, QualitySample sample, Map<TicketNumber, ArchivedTicket> known) {
    Instant now = Utc.now(clock);
    // First: whoever else draws this week waits here, and is told that it was done.
    jdbc.sql(
            "INSERT INTO quality_week (monday, seed, archived, sampled, low, drawn_at)"
                + " VALUES (:monday, :seed, :archived, :sampled, :low, :now)")
        .param("monday", week.monday())
        .param("seed", week.seed())
        .param("archived", known.size())
        .param("sampled", sample.sample().size())
        .param("low", sample.low().size())
        .param("now", Utc.column(now))
        .update();
    Set<TicketNumber> sampled = Set.copyOf(sample.sample());
    Set<TicketNumber> low = Set.copyOf(sample.low());
    // In the order of their numbers, as everybody who locks several.
    Stream.concat(sample.sample().stream(), sample.low().stream())
        .distinct()
        .sorted((one, other) -> Long.compare(one.value(), other.value()))
        .forEach(
            ticket ->
                items.add(
                    ticket,
                    sampled.contains(ticket) ? week.monday() : null,
                    low.contains(ticket),
                    agent(known, ticket),
                    now));
    archived.forgetBefore(now.minus(KEPT));
    audit.record(
        ACTOR,
        DRAWN,
        "quality-week:" + week.monday(),
        Map.of("seed", week.seed(), "archived", known.size(), "sampled", sample.sample().size()));
    return true;
  }

  private static String agent(Map<TicketNumber, ArchivedTicket> known, TicketNumber ticket) {
    ArchivedTicket found = known.get(ticket);
    return found == null ? "" : found.agent();
  }
}
