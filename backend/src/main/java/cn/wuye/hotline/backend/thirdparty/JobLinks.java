package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.LinkToken;
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

  private final JdbcClient jdbc;
  private final PartyJobs jobs;
  private final ThirdPartyProperties properties;
  private final Clock clock;

  JobLinks(JdbcClient jdbc, PartyJobs jobs, ThirdPartyProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.jobs = jobs;
    this.properties = properties;
    this.clock = clock;
  }

  /** What a link opens. */
  public record Opened(long task, boolean expired) {}

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
    String token = LinkToken.next();
    Instant now = Utc.now(clock);
    jdbc.sql(
            "INSERT INTO third_party_link (token_hash, task, created_at, expires_at)"
                + " VALUES (:hash, :task, :now, :until)")
        .param("hash", LinkToken.hash(token))
        .param("task", task)
        .param("now", Utc.column(now))
        .param("until", Utc.column(now.plus(Duration.ofDays(properties.linkDays()))))
        .update();
    return token;
  }

  /** What this token opens; empty when there never was such a one. */
  public Optional<Opened> find(String token) {
    if (!LinkToken.wellFormed(token)) {
      return Optional.empty();
    }
    return jdbc.sql("SELECT task, expires_at FROM third_party_link WHERE token_hash = :hash")
        .param("hash", LinkToken.hash(token))
        .query(
            (row, n) ->
                new Opened(
                    row.getLong("task"), !Utc.instant(row, "expires_at").isAfter(clock.instant())))
        .optional();
  }
}
