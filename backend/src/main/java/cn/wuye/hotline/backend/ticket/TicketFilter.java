package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets are wanted; null means any.
 *
 * @param states empty set: any
 * @param from opened then or later
 * @param to opened before
 * @param text what was typed into a search box: words, places, numbers, all of which must be found
 * @param unfinished true: only those whose reporter did not say all she wanted
 * @param concern whose they are
 * @param unowned true: only those that nobody is responsible for by name
 * @param phonesSeen whether the asker sees phone numbers in full, and may look for parts of them
 * @param due by the deadlines of what is still waited for
 * @param relation by what they have to do with other tickets
 */
public record TicketFilter(
    Set<State> states,
    @Nullable Kind kind,
    @Nullable String category,
    @Nullable String subcategory,
    @Nullable Urgency urgency,
    @Nullable EstateId estate,
    @Nullable Channel channel,
    @Nullable CallId call,
    @Nullable PhoneNumber reporterPhone,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String text,
    @Nullable Boolean unfinished,
    @Nullable Concern concern,
    boolean unowned,
    boolean phonesSeen,
    @Nullable Due due,
    @Nullable Relation relation) {
  /** All tickets. */
  public static final TicketFilter ALL =
      new TicketFilter(
          Set.of(), null, null, null, null, null, null, null, null, null, null, null, null);

  public TicketFilter {
    states = Set.copyOf(states);
  }

  /** For those who see phone numbers masked. */
  public TicketFilter(
      Set<State> states,
      @Nullable Kind kind,
      @Nullable String category,
      @Nullable String subcategory,
      @Nullable Urgency urgency,
      @Nullable EstateId estate,
      @Nullable Channel channel,
      @Nullable CallId call,
      @Nullable PhoneNumber reporterPhone,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String text,
      @Nullable Boolean unfinished) {
    this(
        states,
        kind,
        category,
        subcategory,
        urgency,
        estate,
        channel,
        call,
        reporterPhone,
        from,
        to,
        text,
        unfinished,
        null,
        false,
        false,
        null,
        null);
  }

  /** The same for an asker who sees phone numbers in full, or does not. */
  public TicketFilter seeingPhones(boolean sees) {
    return with(states, concern, unowned, sees, due, relation);
  }

  /** Of these only those by their deadlines. */
  public TicketFilter due(@Nullable Due wanted) {
    return with(states, concern, unowned, phonesSeen, wanted, relation);
  }

  /** Of these only those that have this to do with others. */
  public TicketFilter related(@Nullable Relation wanted) {
    return with(states, concern, unowned, phonesSeen, due, wanted);
  }

  /** The same, but only those that are somebody's. */
  public TicketFilter of(@Nullable Concern whose) {
    return with(states, whose, unowned, phonesSeen, due, relation);
  }

  /** The same, but only those that nobody is responsible for by name. */
  public TicketFilter withoutOwner() {
    return with(states, concern, true, phonesSeen, due, relation);
  }

  /** The same in these states. */
  public TicketFilter in(Set<State> wanted) {
    return with(wanted, concern, unowned, phonesSeen, due, relation);
  }

  private TicketFilter with(
      Set<State> inStates,
      @Nullable Concern whose,
      boolean nobodys,
      boolean sees,
      @Nullable Due wanted,
      @Nullable Relation related) {
    return new TicketFilter(
        inStates,
        kind,
        category,
        subcategory,
        urgency,
        estate,
        channel,
        call,
        reporterPhone,
        from,
        to,
        text,
        unfinished,
        whose,
        nobodys,
        sees,
        wanted,
        related);
  }

  /** Finished or not. */
  public TicketFilter(
      Set<State> states,
      @Nullable Kind kind,
      @Nullable String category,
      @Nullable String subcategory,
      @Nullable Urgency urgency,
      @Nullable EstateId estate,
      @Nullable Channel channel,
      @Nullable CallId call,
      @Nullable PhoneNumber reporterPhone,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String text) {
    this(
        states,
        kind,
        category,
        subcategory,
        urgency,
        estate,
        channel,
        call,
        reporterPhone,
        from,
        to,
        text,
        null);
  }
}
