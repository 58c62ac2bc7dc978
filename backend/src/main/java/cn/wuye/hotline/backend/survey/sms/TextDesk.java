package cn.wuye.hotline.backend.survey.sms;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.followup.EnteredAnswers;
import cn.wuye.hotline.backend.survey.matter.WrittenMatters;
import cn.wuye.hotline.backend.survey.sms.AskedRows.Candidate;
import cn.wuye.hotline.backend.survey.sms.TextRows.Waiting;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketNumbers;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes of a text what it is: the answer to a survey, a note at the ticket it comes too late for,
 * or a ticket. Once each, in one transaction, whoever tries.
 */
@Component
class TextDesk {
  private static final Logger log = LoggerFactory.getLogger(TextDesk.class);

  /** So long after its end a text may still be about a survey. */
  private static final Duration ABOUT = Duration.ofDays(7);

  /** What comes within it belongs to the ticket that was opened. */
  private static final Duration TOGETHER = Duration.ofHours(1);

  /** More from one number within {@link #TOGETHER} is kept and nothing more. */
  private static final int MOST = 20;

  private final TextRows rows;
  private final AskedRows surveys;
  private final ReplyWords reader;
  private final EnteredAnswers answers;
  private final LateAnswers late;
  private final WrittenMatters matters;
  private final Tickets tickets;
  private final TicketNumbers numbers;
  private final Transactions transactions;
  private final Clock clock;

  TextDesk(
      TextRows rows,
      AskedRows surveys,
      ReplyWords reader,
      EnteredAnswers answers,
      LateAnswers late,
      WrittenMatters matters,
      Tickets tickets,
      TicketNumbers numbers,
      Transactions transactions,
      Clock clock) {
    this.rows = rows;
    this.surveys = surveys;
    this.reader = reader;
    this.answers = answers;
    this.late = late;
    this.matters = matters;
    this.tickets = tickets;
    this.numbers = numbers;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What has become of a text.
   *
   * @param ticket that was answered, noted at or opened; null for none
   */
  private record Fate(TextState state, @Nullable TicketNumber ticket) {
    static final Fate KEPT = new Fate(TextState.KEPT, null);
  }

  /** Settles a text that waits; nothing when somebody has done so. */
  void settle(long id) {
    if (!transactions.run(() -> settled(id, null))) {
      // A ticket is to be opened; its number is drawn outside of the transaction.
      TicketNumber number = numbers.next();
      transactions.run(() -> settled(id, number));
    }
  }

  /** It can never be settled; it is kept. */
  void layAside(long id) {
    rows.settle(id, TextState.KEPT, null, Utc.now(clock));
  }

  private boolean settled(long id, @Nullable TicketNumber number) {
    Optional<Waiting> text = rows.locked(id);
    if (text.isEmpty()) {
      return true;
    }
    Instant now = Utc.now(clock);
    Optional<Fate> fate = fate(text.get(), number, now);
    fate.ifPresent(
        found -> {
          rows.settle(id, found.state(), found.ticket(), now);
          log.info("text {} of {}: {}", id, text.get().number(), found.state().code());
        });
    return fate.isPresent();
  }

  /** Empty, and nothing done, when a number is needed for a ticket and there is none. */
  private Optional<Fate> fate(Waiting text, @Nullable TicketNumber number, Instant now) {
    PhoneNumber from = text.number();
    if (from == null || text.words().isBlank()) {
      return Optional.of(Fate.KEPT);
    }
    Optional<Candidate> about = about(from, text.words(), now);
    if (matters.emergency(text.words())) {
      return number == null ? Optional.empty() : Optional.of(emergency(text, from, about, number));
    }
    Reading reading = reader.read(text.words());
    if (reading.courtesy()) {
      return Optional.of(Fate.KEPT);
    }
    return about
        .filter(Candidate::open)
        .filter(open -> answered(open, text, reading))
        .map(open -> new Fate(TextState.ANSWER, open.ticket()))
        .or(() -> other(text, from, reading, about, number, now));
  }

  /** Which survey it may be about; one whose ticket is named before all others. */
  private Optional<Candidate> about(PhoneNumber from, String words, Instant now) {
    List<Candidate> all = surveys.of(from, now.minus(ABOUT));
    return all.stream()
        .filter(each -> words.contains(each.ticket().toString()))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** False when it was answered by another way in this moment. */
  private boolean answered(Candidate about, Waiting text, Reading reading) {
    return answers.enter(
        about.survey(),
        AnswerChannel.SMS,
        source(text),
        about.asked() ? reading.entered() : reading.unasked(text.words()));
  }

  /** It answers what she was asked as well. A ticket on the spot, once an hour for one number. */
  private Fate emergency(
      Waiting text, PhoneNumber from, Optional<Candidate> about, TicketNumber number) {
    about
        .filter(Candidate::open)
        .ifPresent(open -> answered(open, text, reader.read(text.words())));
    return recent(from)
        .filter(ticket -> ticket.contents().subject().emergency())
        .map(before -> noted(before.number(), text))
        .orElseGet(() -> opened(text, from, about.flatMap(this::ticket), number));
  }

  private Optional<Fate> other(
      Waiting text,
      PhoneNumber from,
      Reading reading,
      Optional<Candidate> about,
      @Nullable TicketNumber number,
      Instant now) {
    if (reading.declined()) {
      late.declined(from, about.map(Candidate::survey).orElse(null), source(text), now);
    }
    Optional<Ticket> earlier = about.flatMap(this::ticket);
    if (earlier.isPresent() && (reading.harmless() || late.seenTo(earlier.get()))) {
      return Optional.of(noted(earlier.get().number(), text));
    }
    if (reading.declined()) {
      return Optional.of(Fate.KEPT);
    }
    Optional<Ticket> recent = recent(from);
    if (recent.isPresent()) {
      return Optional.of(noted(recent.get().number(), text));
    }
    if (rows.sent(from, now.minus(TOGETHER)) > MOST) {
      log.warn(
          "{} sends more than {} texts in an hour: they are kept and not looked at", from, MOST);
      return Optional.of(Fate.KEPT);
    }
    return number == null ? Optional.empty() : Optional.of(opened(text, from, earlier, number));
  }

  private Fate opened(Waiting text, PhoneNumber from, Optional<Ticket> about, TicketNumber number) {
    return new Fate(
        TextState.TICKET,
        matters.open(
            number,
            Origin.of(Channel.SMS.code(), Long.toString(text.id())),
            Channel.SMS,
            from,
            text.words(),
            about.orElse(null)));
  }

  private Fate noted(TicketNumber ticket, Waiting text) {
    return matters.note(ticket, Channel.SMS, text.words())
        ? new Fate(TextState.NOTE, ticket)
        : Fate.KEPT;
  }

  private Optional<Ticket> recent(PhoneNumber from) {
    return rows.opened(from, Utc.now(clock).minus(TOGETHER))
        .flatMap(number -> tickets.find(number, EstateScope.ALL));
  }

  private Optional<Ticket> ticket(Candidate about) {
    return tickets.find(about.ticket(), EstateScope.ALL);
  }

  private static String source(Waiting text) {
    return "sms:" + text.id();
  }
}
