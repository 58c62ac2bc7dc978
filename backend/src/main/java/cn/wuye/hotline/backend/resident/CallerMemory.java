package cn.wuye.hotline.backend.resident;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who agreed on the phone to be remembered, and who refused. Everything here may be repeated. */
@Component
public class CallerMemory {
  private static final Logger log = LoggerFactory.getLogger(CallerMemory.class);

  private final Residents residents;
  private final NumberHash hash;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  CallerMemory(Residents residents, NumberHash hash, JdbcClient jdbc, Transactions transactions) {
    this.residents = residents;
    this.hash = hash;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * Makes a resident of the caller, unless somebody is known behind her number by now.
   *
   * @param dialect that she has asked for or was heard to speak; empty string when nothing told it
   */
  public void agreed(
      CallId call, PhoneNumber number, Resident.Dwelling home, String dialect, Instant at) {
    transactions.run(
        () -> {
          if (!residents.household(number).residents().isEmpty()) {
            return false;
          }
          if (!exists(home.estateId())) {
            log.warn(
                "call {}: estate {} is gone, its caller is not remembered", call, home.estateId());
            return false;
          }
          residents.save(
              Resident.remembered(call, at, new PhoneNumber(NumberKey.of(number)), home, dialect));
          jdbc.sql("DELETE FROM unremembered_number WHERE number_hash = :hash")
              .param("hash", hash.of(number))
              .update();
          log.info("call {}: {} is remembered from now on", call, number);
          return true;
        });
  }

  /**
   * She has asked for a dialect: the next call to or from her number begins in it. Where several
   * live behind a number nobody knows which of them it was.
   */
  public void speaks(CallId call, PhoneNumber number, String dialect) {
    if (keep(number, dialect, "dialect <> :dialect")) {
      log.info("call {}: {} speaks {} from now on, as she asked", call, number, dialect);
    }
  }

  /** The same for what her words have told: what stands at her by now is not overridden by it. */
  public void seemsToSpeak(CallId call, PhoneNumber number, String dialect) {
    if (keep(number, dialect, "dialect = ''")) {
      log.info("call {}: {} speaks {} from now on, by her words", call, number, dialect);
    }
  }

  private boolean keep(PhoneNumber number, String dialect, String where) {
    List<Resident> known = residents.household(number).residents();
    return known.size() == 1
        && jdbc.sql(
                    "UPDATE resident SET dialect = :dialect, version = version + 1"
                        + " WHERE id = :id AND "
                        + where)
                .param("dialect", dialect)
                .param("id", known.get(0).id())
                .update()
            > 0;
  }

  /** Keeps nothing but that the owner of this number does not want to be asked again. */
  public void refused(PhoneNumber number, Instant at) {
    jdbc.sql(
            "INSERT INTO unremembered_number (number_hash, refused_at) VALUES (:hash, :at)"
                + " ON DUPLICATE KEY UPDATE refused_at = :at")
        .param("hash", hash.of(number))
        .param("at", Utc.column(at))
        .update();
  }

  /** Whether the owner of this number does not want to be remembered. */
  public boolean hasRefused(PhoneNumber number) {
    return jdbc.sql("SELECT COUNT(*) FROM unremembered_number WHERE number_hash = :hash")
            .param("hash", hash.of(number))
            .query(Long.class)
            .single()
        > 0;
  }

  /** The hashes of all numbers that are not asked again. */
  public Set<String> refusals() {
    return new TreeSet<>(
        jdbc.sql("SELECT number_hash FROM unremembered_number").query(String.class).list());
  }

  private boolean exists(EstateId estate) {
    return jdbc.sql("SELECT COUNT(*) FROM estate WHERE id = :id")
            .param("id", estate.value())
            .query(Long.class)
            .single()
        > 0;
  }
}
