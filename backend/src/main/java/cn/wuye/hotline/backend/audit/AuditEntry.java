package cn.wuye.hotline.backend.audit;

import cn.wuye.hotline.ivr.data.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * One entry as it stands in the log.
 *
 * @param sequence its place in its node's chain, from 1
 * @param details a JSON object
 * @param anchors latest entries of other nodes' chains, as {@link Anchor#lines}; mostly empty
 */
record AuditEntry(
    String node,
    long sequence,
    Instant at,
    String actor,
    String action,
    String subject,
    String details,
    String anchors,
    String previousHash,
    String hash) {
  /** What the first entry of a chain follows. */
  static final String NOTHING = "0".repeat(64);

  static final String SELECT =
      "SELECT node, sequence, happened_at, actor, action, subject, details, anchors,"
          + " previous_hash, hash FROM audit_entry ";

  static AuditEntry of(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getString("node"),
        row.getLong("sequence"),
        row.getObject("happened_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("details"),
        row.getString("anchors"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  /** The same with the hash that belongs to it. */
  AuditEntry sealed() {
    return new AuditEntry(
        node, sequence, at, actor, action, subject, details, anchors, previousHash, computedHash());
  }

  /**
   * SHA-256 of all other fields, each preceded by its length, so that none can flow into another.
   */
  String computedHash() {
    StringBuilder all = new StringBuilder();
    for (String field :
        List.of(
            node,
            Long.toString(sequence),
            Long.toString(at.toEpochMilli()),
            actor,
            action,
            subject,
            details,
            anchors,
            previousHash)) {
      all.append(field.length()).append(':').append(field);
    }
    return Sha256.of(all.toString());
  }
}
