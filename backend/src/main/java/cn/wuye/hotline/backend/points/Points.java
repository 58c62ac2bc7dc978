package cn.wuye.hotline.backend.points;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The points of residents: what they have, and corrections by administrators. */
@Component
public class Points {
  /** Longest reason, in characters. */
  public static final int MAX_REASON = 200;

  /** The most that one correction adds or takes away. */
  public static final int MOST = 10_000;

  private static final AuditAction CORRECTED = new AuditAction("points.corrected");

  private final LedgerRows rows;
  private final Residents residents;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  Points(
      LedgerRows rows, Residents residents, Transactions transactions, Audit audit, Clock clock) {
    this.rows = rows;
    this.residents = residents;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** How a wish to correct ended. */
  public enum Correction implements Coded {
    DONE("done"),
    /** There is no such resident for who asks. */
    UNKNOWN("unknown"),
    /** Not a number of 1 to {@link #MOST}, added or taken away. */
    AMOUNT("amount"),
    /** None, or too long. */
    REASON("reason"),
    /** She would have less than nothing. */
    OVERDRAWN("overdrawn");

    private final String code;

    Correction(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** What a resident has; empty when she is not there for who asks. */
  public Optional<PointsAccount> account(long resident, EstateScope scope) {
    return residents
        .find(resident, scope)
        .map(
            found ->
                new PointsAccount(rows.balance(resident), rows.of(resident, PointsAccount.SHOWN)));
  }

  /** What a ticket was thanked with. The ticket itself must be visible to who asks. */
  public List<PointsEntry> of(TicketNumber ticket) {
    return rows.of(ticket);
  }

  /**
   * Enters a correction; audited.
   *
   * @param points added, or taken away where negative
   * @param key of the form, 1–40 characters of ASCII: the same form is entered once
   * @param by an administrator
   */
  public Correction correct(long resident, int points, String reason, String key, SignedInUser by) {
    if (!by.administers()) {
      throw new AccessDeniedException("points are corrected by administrators");
    }
    if (residents.find(resident, by.scope()).isEmpty()) {
      return Correction.UNKNOWN;
    }
    if (points == 0 || Math.abs((long) points) > MOST) {
      return Correction.AMOUNT;
    }
    if (reason.isBlank() || Text.length(reason.strip()) > MAX_REASON) {
      return Correction.REASON;
    }
    return transactions.run(
        () -> {
          rows.lock(resident);
          if (rows.known(key)) {
            return Correction.DONE;
          }
          if (rows.balance(resident) + points < 0) {
            return Correction.OVERDRAWN;
          }
          String login = by.getUsername();
          rows.correct(resident, points, reason.strip(), key, login, Utc.now(clock));
          audit.record(
              Audit.user(login),
              CORRECTED,
              "resident:" + resident,
              Map.of("points", points, "reason", reason.strip()));
          return Correction.DONE;
        });
  }
}
