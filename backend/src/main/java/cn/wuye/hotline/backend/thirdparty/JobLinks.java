package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.LinkRows;
import cn.wuye.hotline.backend.message.Links;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that open a third party's job. What is kept of a link does not open anything. */
@Component
public class JobLinks implements Links {
  /** Where the links lead. */
  public static final String PATH = "/p/";

  private final LinkRows rows;
  private final PartyJobs jobs;
  private final ThirdPartyProperties properties;
  private final Clock clock;

  JobLinks(JdbcClient jdbc, PartyJobs jobs, ThirdPartyProperties properties, Clock clock) {
    this.rows = new LinkRows(jdbc, "third_party_link", "task", clock);
    this.jobs = jobs;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Optional<String> link(Addressee to, String event, @Nullable TicketNumber ticket) {
    if (!event.equals("task-offered") || ticket == null || properties.publicUrl().isEmpty()) {
      return Optional.empty();
    }
    return party(to)
        .flatMap(party -> jobs.task(ticket, party))
        .map(task -> properties.publicUrl() + PATH + token(task));
  }

  private static Optional<String> party(Addressee to) {
    if (to instanceof Addressee.ThirdParty company) {
      return Optional.of(company.code());
    }
    return to instanceof Addressee.Webhook system ? Optional.of(system.code()) : Optional.empty();
  }

  /** A new token that opens a task. */
  String token(long task) {
    Instant until = Utc.now(clock).plus(Duration.ofDays(properties.linkDays()));
    return rows.token(task, until);
  }

  /** What this token opens; empty when there never was such a one. */
  public Optional<LinkRows.Opened> find(String token) {
    return rows.find(token);
  }
}
