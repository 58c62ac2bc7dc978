package cn.wuye.hotline.backend.dispatch.photo;

import cn.wuye.hotline.backend.dispatch.work.Doer;
import cn.wuye.hotline.backend.dispatch.work.Outcome;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.recording.RecordingKey;
import cn.wuye.hotline.backend.recording.RecordingStore;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The photos of tickets: what they are is in the database, the pictures are beside recordings. */
@Component
public class Photos {
  /** The largest file that is looked at. */
  public static final long MAX_BYTES = 12L * 1024 * 1024;

  private static final String SELECT =
      "SELECT id, ticket, storage_key, bytes, taken_by, added_at FROM photo ";

  private static final int DRAWN_AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Drawing drawing = new Drawing(DRAWN_AT_ONCE, PATIENCE);
  private final RecordingStore store;
  private final Tickets tickets;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;

  Photos(
      RecordingStore store,
      Tickets tickets,
      JdbcClient jdbc,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.tickets = tickets;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Those of a ticket, as they came; the ticket must be visible to who asks. */
  public List<Photo> of(TicketNumber ticket) {
    return jdbc.sql(SELECT + "WHERE ticket = :ticket ORDER BY id")
        .param("ticket", ticket.value())
        .query(Photos::row)
        .list();
  }

  /** How many each of these tickets has; none is missing. */
  public Map<TicketNumber, Integer> counts(Collection<TicketNumber> tickets) {
    if (tickets.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("SELECT ticket, COUNT(*) AS n FROM photo WHERE ticket IN (:tickets) GROUP BY ticket")
        .param("tickets", tickets.stream().map(TicketNumber::value).toList())
        .query((row, n) -> Map.entry(new TicketNumber(row.getLong("ticket")), row.getInt("n")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The picture, if it is there for the one who asks. */
  public Optional<byte[]> picture(long id, EstateScope scope) throws IOException {
    Optional<Photo> photo =
        jdbc.sql(SELECT + "WHERE id = :id").param("id", id).query(Photos::row).optional();
    if (photo.isEmpty() || tickets.find(photo.get().ticket(), scope).isEmpty()) {
      return Optional.empty();
    }
    Optional<RecordingStore.Sound> kept = store.find(new RecordingKey(photo.get().key()));
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = kept.get().open(0)) {
      return Optional.of(in.readAllBytes());
    }
  }

  /** Whether there is such a ticket for the one who has a photo of it. */
  public boolean wanted(TicketNumber ticket, Doer doer) {
    return tickets.find(ticket, doer.scope()).isPresent();
  }

  /**
   * The picture to be kept. It may take seconds, so not in a transaction.
   *
   * @param sent a JPEG or PNG file
   * @return empty while too many others are looked at
   * @throws BadPhoto when it is none
   */
  public Optional<Picture> drawn(byte[] sent) {
    if (sent.length > MAX_BYTES) {
      throw new BadPhoto("too-large-picture");
    }
    return drawing.of(sent);
  }

  /** How many somebody has added to a ticket. */
  public int countBy(TicketNumber ticket, Actor actor) {
    return jdbc.sql("SELECT COUNT(*) FROM photo WHERE ticket = :ticket AND taken_by = :by")
        .param("ticket", ticket.value())
        .param("by", actor.login())
        .query(Integer.class)
        .single();
  }

  /** Keeps a photo. */
  public Outcome add(TicketNumber number, Picture picture, Doer doer) throws IOException {
    return add(number, picture, Actor.user(doer.login()), doer.scope());
  }

  /** Keeps a photo of somebody who may not be one of ours. */
  public Outcome add(TicketNumber number, Picture picture, Actor actor, EstateScope scope)
      throws IOException {
    Optional<Ticket> ticket = tickets.find(number, scope);
    if (ticket.isEmpty()) {
      return new Outcome.Unknown(number.toString());
    }
    RecordingKey key = new RecordingKey("photo-" + number + "-" + UUID.randomUUID() + ".jpg");
    store.put(key, new ByteArrayInputStream(picture.jpeg()));
    try {
      return transactions.run(
          () -> {
            tickets.note(
                number, actor, new Happening.PhotoAdded(enter(number, key, picture, actor)));
            return new Outcome.Done(ticket.get());
          });
    } catch (RuntimeException e) {
      store.delete(key);
      throw e;
    }
  }

  private long enter(TicketNumber number, RecordingKey key, Picture picture, Actor actor) {
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO photo (ticket, storage_key, bytes, width, height, taken_by, added_at)"
                + " VALUES (:ticket, :key, :bytes, :width, :height, :by, :now)")
        .param("ticket", number.value())
        .param("key", key.value())
        .param("bytes", picture.jpeg().length)
        .param("width", picture.width())
        .param("height", picture.height())
        .param("by", actor.login())
        .param("now", Utc.column(Utc.now(clock)))
        .update(id, "id");
    return Objects.requireNonNull(id.getKey(), "generated id").longValue();
  }

  private static Photo row(ResultSet row, int n) throws SQLException {
    return new Photo(
        row.getLong("id"),
        new TicketNumber(row.getLong("ticket")),
        row.getString("storage_key"),
        row.getLong("bytes"),
        row.getString("taken_by"),
        Utc.instant(row, "added_at"));
  }
}
