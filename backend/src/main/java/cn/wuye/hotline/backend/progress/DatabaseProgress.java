package cn.wuye.hotline.backend.progress;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.ProgressUnavailable;
import cn.wuye.hotline.ivr.port.TicketProgress;
import cn.wuye.hotline.ivr.port.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the database, and keeps no caller waiting for it. */
@Component
class DatabaseProgress implements TicketProgress {
  private static final Logger log = LoggerFactory.getLogger(DatabaseProgress.class);
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final EarlierTickets tickets;
  private final Standing standing;
  private final Guesses guesses;
  private final DatabaseGate gate;

  DatabaseProgress(EarlierTickets tickets, Standing standing, Guesses guesses, DatabaseGate gate) {
    this.tickets = tickets;
    this.standing = standing;
    this.guesses = guesses;
    this.gate = gate;
  }

  @Override
  public List<TicketStatus> recent(PhoneNumber caller) {
    return ask(
        () ->
            tickets.recent(caller).stream()
                .flatMap(number -> standing.of(number, Optional.of(caller)).stream())
                .toList());
  }

  @Override
  public Finding find(String digits, Optional<PhoneNumber> caller) {
    Optional<TicketNumber> number = TicketNumber.find(digits);
    // A wrong check digit is a slip of the finger, and tells nothing of any ticket.
    return number.isEmpty() ? new Finding.NotFound() : ask(() -> find(number.get(), caller));
  }

  private Finding find(TicketNumber number, Optional<PhoneNumber> caller) {
    if (guesses.exhausted(caller)) {
      log.warn("too many ticket numbers were asked for from {}", caller);
      return new Finding.TooMany();
    }
    Optional<TicketStatus> ticket = standing.of(number, caller);
    if (ticket.filter(TicketStatus::own).isEmpty()) {
      guesses.add(caller);
    }
    return ticket.<Finding>map(Finding.Found::new).orElse(new Finding.NotFound());
  }

  @Override
  public Optional<TicketStatus> earlier(Optional<PhoneNumber> caller, Place place, Intent intent) {
    try {
      return ask(
          () -> tickets.same(caller, place, intent).flatMap(number -> standing.of(number, caller)));
    } catch (ProgressUnavailable away) {
      log.info("no earlier ticket is looked for: {}", away.getMessage());
      return Optional.empty();
    }
  }

  private <T> T ask(Supplier<T> question) {
    try {
      return gate.run(PATIENCE, question);
    } catch (DatabaseAwayException e) {
      throw new ProgressUnavailable(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      log.error("progress cannot be told", e);
      throw new ProgressUnavailable("the database refused", e);
    }
  }
}
