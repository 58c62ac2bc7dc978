package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A ticket. What happened to it is in its {@link Timeline}, which {@link Tickets} writes in the
 * same transaction.
 */
@Table("ticket")
public final class Ticket {
  @Id private final TicketNumber number;
  @Version private @Nullable Long version;
  private final String originKey;
  private final Channel channel;
  private final @Nullable CallId callId;
  @Embedded.Empty private Contents contents;
  private State state;
  private Instant stateSince;
  private @Nullable TicketNumber duplicateOf;
  private final Instant openedAt;
  private final Instant enteredAt;
  private Instant updatedAt;
  private @Nullable String owner;
  private @Nullable String department;

  @PersistenceCreator
  private Ticket(
      TicketNumber number,
      @Nullable Long version,
      String originKey,
      Channel channel,
      @Nullable CallId callId,
      Contents contents,
      State state,
      Instant stateSince,
      @Nullable TicketNumber duplicateOf,
      Instant openedAt,
      Instant enteredAt,
      Instant updatedAt,
      @Nullable String owner,
      @Nullable String department) {
    this.number = number;
    this.version = version;
    this.originKey = originKey;
    this.channel = channel;
    this.callId = callId;
    this.contents = contents;
    this.state = state;
    this.stateSince = stateSince;
    this.duplicateOf = duplicateOf;
    this.openedAt = openedAt;
    this.enteredAt = enteredAt;
    this.updatedAt = updatedAt;
    this.owner = owner;
    this.department = department;
  }

  static Ticket open(TicketNumber number, NewTicket draft, Instant now) {
    Instant opened = Utc.truncated(draft.openedAt());
    return new Ticket(
        number,
        null,
        draft.origin().key(),
        draft.channel(),
        draft.call().orElse(null),
        draft.contents(),
        State.NEW,
        now,
        null,
        opened,
        now,
        now,
        null,
        null);
  }

  /** Changes what the ticket says; gives what is different now, empty when nothing is. */
  List<FieldChange> amend(Contents amended, Instant now) {
    List<FieldChange> changes = contents.changesTo(amended);
    if (!changes.isEmpty()) {
      contents = amended;
      updatedAt = now;
    }
    return changes;
  }

  /** Moves to another state; empty when the verb is refused where the ticket stands. */
  Optional<State> apply(Verb verb, Instant now) {
    Optional<State> to = Transitions.apply(state, verb);
    to.ifPresent(
        next -> {
          if (state == State.DUPLICATE && next != State.ARCHIVED) {
            // Laid aside, its number still leads to the one that carried on.
            duplicateOf = null;
          }
          state = next;
          stateSince = now;
          updatedAt = now;
        });
    return to;
  }

  /** Another ticket carries on; empty when that is refused where the ticket stands. */
  Optional<State> markDuplicate(TicketNumber survivor, Instant now) {
    Optional<State> to = apply(Verb.MARK_DUPLICATE, now);
    to.ifPresent(next -> duplicateOf = survivor);
    return to;
  }

  /** Stands for itself again, as before it was merged; false when it is not merged. */
  boolean restore(State before, Instant now) {
    if (state != State.DUPLICATE) {
      return false;
    }
    duplicateOf = null;
    state = before;
    stateSince = now;
    updatedAt = now;
    return true;
  }

  /** Somebody else is responsible now, or nobody by name; a department that is known stays. */
  void giveTo(Responsible who, Instant now) {
    owner = who.owner();
    department = who.department() == null ? department : who.department();
    updatedAt = now;
  }

  /** Whoever answers first is responsible (首接负责制), unless somebody is already. */
  void answeredBy(Actor actor) {
    if (owner == null && actor.person()) {
      owner = actor.login();
    }
  }

  /** Its number, which is also its identity. */
  public TicketNumber number() {
    return number;
  }

  /** Rises with every change; to be carried through forms. */
  public long version() {
    return version == null ? 0 : version;
  }

  public Origin origin() {
    return new Origin(originKey);
  }

  public Channel channel() {
    return channel;
  }

  public Optional<CallId> callId() {
    return Optional.ofNullable(callId);
  }

  public Contents contents() {
    return contents;
  }

  public State state() {
    return state;
  }

  public Instant stateSince() {
    return stateSince;
  }

  /** The ticket that carries on, of a duplicate. */
  public Optional<TicketNumber> duplicateOf() {
    return Optional.ofNullable(duplicateOf);
  }

  /** When the complaint was made. */
  public Instant openedAt() {
    return openedAt;
  }

  /** When it was entered, which may be later than it was made. */
  public Instant enteredAt() {
    return enteredAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  /** Login of the one who is responsible by name (负责人). */
  public Optional<String> owner() {
    return Optional.ofNullable(owner);
  }

  /** Code of the department that leads (主责). */
  public Optional<String> department() {
    return Optional.ofNullable(department);
  }
}
