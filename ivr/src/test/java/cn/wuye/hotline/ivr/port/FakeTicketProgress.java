package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Earlier tickets in memory. */
public final class FakeTicketProgress implements TicketProgress {
  public static final PhoneLine WANG = new PhoneLine("王晓燕", new PhoneNumber("1001"));

  private final List<TicketStatus> own = new ArrayList<>();
  private final List<TicketStatus> others = new ArrayList<>();
  private final List<String> sought = new ArrayList<>();
  private boolean away;
  private boolean tooMany;

  /** A lift ticket of the one who calls. */
  public void knows(String number, TicketStatus.Stage stage) {
    own.add(lift(number, stage, true));
  }

  /** A lift ticket of somebody else. */
  public void knowsForeign(String number, TicketStatus.Stage stage) {
    others.add(lift(number, stage, false));
  }

  /** The database is gone. */
  public void fail() {
    away = true;
  }

  /** Enough was guessed. */
  public void refuse() {
    tooMany = true;
  }

  /** The numbers that were asked for. */
  public List<String> sought() {
    return List.copyOf(sought);
  }

  private static TicketStatus lift(String number, TicketStatus.Stage stage, boolean own) {
    return new TicketStatus(
        number,
        new Intent("repair", "facilities", "lift", "urgent", 1),
        LocalDate.of(2026, 1, 3),
        stage,
        own ? Optional.of(WANG) : Optional.empty(),
        stage == TicketStatus.Stage.REGISTERED
            ? Optional.of(Duration.ofMinutes(30))
            : Optional.empty(),
        own);
  }

  @Override
  public List<TicketStatus> recent(PhoneNumber caller) {
    check();
    return List.copyOf(own);
  }

  @Override
  public Finding find(String digits, Optional<PhoneNumber> caller) {
    check();
    sought.add(digits);
    if (tooMany) {
      return new Finding.TooMany();
    }
    List<TicketStatus> all = new ArrayList<>(own);
    all.addAll(others);
    return all.stream()
        .filter(ticket -> ticket.number().equals(digits))
        .findFirst()
        .<Finding>map(Finding.Found::new)
        .orElse(new Finding.NotFound());
  }

  @Override
  public Optional<TicketStatus> earlier(Optional<PhoneNumber> caller, Place place, Intent intent) {
    return own.stream()
        .filter(ticket -> !away && ticket.intent().subcategory().equals(intent.subcategory()))
        .findFirst();
  }

  private void check() {
    if (away) {
      throw new ProgressUnavailable("the database is away", new IllegalStateException());
    }
  }
}
