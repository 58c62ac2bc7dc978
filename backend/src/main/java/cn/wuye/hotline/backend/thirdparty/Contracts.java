package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.persistence.Transactions;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contracts, and what an administrator changes of them. */
@Component
public class Contracts {
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final long DEAREST = 100_000_000;
  private static final int LONGEST_URL = 500;

  private final JdbcClient jdbc;
  private final DispatchPlan plan;
  private final WebhookAddresses addresses;
  private final Transactions transactions;
  private final Audit audit;

  Contracts(
      JdbcClient jdbc,
      DispatchPlan plan,
      WebhookAddresses addresses,
      Transactions transactions,
      Audit audit) {
    this.jdbc = jdbc;
    this.plan = plan;
    this.addresses = addresses;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** The contract of a third party, the usual one while none was written; empty for no company. */
  public Optional<Contract> find(String party) {
    return plan.thirdParty(party).map(known -> of(party));
  }

  /** The same of a company that is known to be there. */
  Contract of(String party) {
    return jdbc.sql(
            "SELECT version, accept_minutes, arrive_minutes, done_minutes, accept_cents,"
                + " arrive_cents, done_cents, webhook_url, webhook_key FROM third_party_contract"
                + " WHERE party = :party")
        .param("party", party)
        .query(
            (row, n) ->
                new Contract(
                    party,
                    row.getLong("version"),
                    Map.of(
                        Target.ACCEPT, Duration.ofMinutes(row.getInt("accept_minutes")),
                        Target.ARRIVE, Duration.ofMinutes(row.getInt("arrive_minutes")),
                        Target.DONE, Duration.ofMinutes(row.getInt("done_minutes"))),
                    Map.of(
                        Target.ACCEPT, row.getLong("accept_cents"),
                        Target.ARRIVE, row.getLong("arrive_cents"),
                        Target.DONE, row.getLong("done_cents")),
                    row.getString("webhook_url"),
                    row.getInt("webhook_key")))
        .optional()
        .orElseGet(() -> Contract.usual(party));
  }

  /**
   * Writes a contract; jobs that were offered before keep what they were offered under.
   *
   * @param newKey whether what signs is to be another key from now on
   * @return what is wrong, field to message key; nothing when it is done
   */
  public Map<String, String> save(Contract wanted, boolean newKey, String by) {
    Map<String, String> wrong = new LinkedHashMap<>();
    for (Target target : Target.values()) {
      Duration within = wanted.within(target);
      if (within.toMinutes() < 1 || within.compareTo(LONGEST) > 0) {
        wrong.put(target.code() + "Minutes", "contract.error.minutes");
      }
      if (wanted.cents(target) < 0 || wanted.cents(target) > DEAREST) {
        wrong.put(target.code() + "Amount", "error.amount");
      }
    }
    if (wrong.isEmpty()) {
      order(wanted, Target.ACCEPT, Target.ARRIVE, wrong);
      order(wanted, Target.ARRIVE, Target.DONE, wrong);
    }
    if (!wanted.webhookUrl().isEmpty() && !address(wanted.webhookUrl())) {
      wrong.put("webhookUrl", "contract.error.webhook");
    }
    if (!wrong.isEmpty()) {
      return wrong;
    }
    try {
      return transactions.run(() -> write(wanted, newKey, by))
          ? Map.of()
          : Map.of("version", "dispatch.error.stale");
    } catch (DuplicateKeyException raced) {
      return Map.of("version", "dispatch.error.stale");
    }
  }

  /** All run from the offer: who may arrive before having to accept would be late with neither. */
  private static void order(
      Contract wanted, Target earlier, Target later, Map<String, String> wrong) {
    if (wanted.within(later).compareTo(wanted.within(earlier)) < 0) {
      wrong.put(later.code() + "Minutes", "contract.error.order");
    }
  }

  private boolean address(String url) {
    try {
      return url.length() <= LONGEST_URL && addresses.wellFormed(URI.create(url));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private boolean write(Contract wanted, boolean newKey, String by) {
    boolean fresh = wanted.version() == 0;
    int rows =
        jdbc.sql(
                fresh
                    ? "INSERT INTO third_party_contract (party, version, accept_minutes,"
                        + " arrive_minutes, done_minutes, accept_cents, arrive_cents, done_cents,"
                        + " webhook_url, webhook_key) VALUES (:party, 1, :accept, :arrive, :done,"
                        + " :acceptCents, :arriveCents, :doneCents, :url, 1 + :step)"
                    : "UPDATE third_party_contract SET version = version + 1,"
                        + " accept_minutes = :accept, arrive_minutes = :arrive,"
                        + " done_minutes = :done, accept_cents = :acceptCents,"
                        + " arrive_cents = :arriveCents, done_cents = :doneCents,"
                        + " webhook_url = :url, webhook_key = webhook_key + :step"
                        + " WHERE party = :party AND version = :version")
            .param("party", wanted.party())
            .param("version", wanted.version())
            .param("accept", wanted.within(Target.ACCEPT).toMinutes())
            .param("arrive", wanted.within(Target.ARRIVE).toMinutes())
            .param("done", wanted.within(Target.DONE).toMinutes())
            .param("acceptCents", wanted.cents(Target.ACCEPT))
            .param("arriveCents", wanted.cents(Target.ARRIVE))
            .param("doneCents", wanted.cents(Target.DONE))
            .param("url", wanted.webhookUrl())
            .param("step", newKey ? 1 : 0)
            .update();
    if (rows == 0) {
      return false;
    }
    Map<String, Object> details = new LinkedHashMap<>();
    for (Target target : Target.values()) {
      details.put(target.code() + "Minutes", wanted.within(target).toMinutes());
      details.put(target.code() + "Cents", wanted.cents(target));
    }
    details.put("webhook", wanted.webhookUrl());
    details.put("newKey", newKey);
    audit.record(
        Audit.user(by), AuditAction.SETTING_CHANGED, "contract:" + wanted.party(), details);
    return true;
  }
}
