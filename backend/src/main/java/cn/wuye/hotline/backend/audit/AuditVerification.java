package cn.wuye.hotline.backend.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks whether the log is as it was written. Plain JDBC on a connection of its own: it must work
 * where the application does not run, and an auditor should be able to read it.
 */
public final class AuditVerification {
  private static final int BATCH = 1000;

  private final Connection connection;

  public AuditVerification(Connection connection) {
    this.connection = connection;
  }

  /**
   * The first thing that is wrong.
   *
   * @param sequence the entry's place in the chain
   * @param what a plain sentence
   */
  public record Broken(String node, long sequence, String what) {}

  /**
   * What was found.
   *
   * @param entries how many each node's chain has, up to what is broken
   */
  public record Result(Map<String, Long> entries, Optional<Broken> broken) {}

  /** Reads the whole log, some 100,000 entries a second. */
  public Result run() throws SQLException {
    Map<String, Long> entries = new LinkedHashMap<>();
    List<Anchor> anchors = new ArrayList<>();
    for (String node : nodes()) {
      Optional<Broken> broken = chain(node, entries, anchors);
      if (broken.isPresent()) {
        return new Result(entries, broken);
      }
    }
    for (Anchor anchor : anchors) {
      if (!hash(anchor.node(), anchor.sequence()).equals(anchor.hash())) {
        return new Result(
            entries,
            Optional.of(
                new Broken(
                    anchor.node(),
                    anchor.sequence(),
                    "another node's chain remembers this entry with another hash: the chain was cut"
                        + " off or written anew")));
      }
    }
    return new Result(entries, Optional.empty());
  }

  private Optional<Broken> chain(String node, Map<String, Long> entries, List<Anchor> anchors)
      throws SQLException {
    long sequence = 0;
    String hash = AuditEntry.NOTHING;
    List<AuditEntry> batch;
    do {
      batch = after(node, sequence);
      for (AuditEntry entry : batch) {
        Optional<String> wrong = wrong(entry, sequence + 1, hash);
        if (wrong.isPresent()) {
          return Optional.of(new Broken(node, sequence + 1, wrong.get()));
        }
        sequence = entry.sequence();
        hash = entry.hash();
        anchors.addAll(Anchor.parse(entry.anchors()));
        entries.put(node, sequence);
      }
    } while (batch.size() == BATCH);
    return end(node, sequence, hash);
  }

  private static Optional<String> wrong(AuditEntry entry, long expected, String previous) {
    if (entry.sequence() != expected) {
      return Optional.of(
          "this entry is missing: the next one that is there is " + entry.sequence());
    }
    if (!entry.previousHash().equals(previous)) {
      return Optional.of("this entry does not follow the one before it");
    }
    return entry.computedHash().equals(entry.hash())
        ? Optional.empty()
        : Optional.of("this entry was changed after it was written");
  }

  /** The end that the node noted: what was appended since the chain was read is no fault. */
  private Optional<Broken> end(String node, long sequence, String hash) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT sequence, hash FROM audit_chain WHERE node = ?")) {
      query.setString(1, node);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.of(new Broken(node, sequence, "the end of this chain is not noted"));
        }
        long noted = row.getLong("sequence");
        if (noted < sequence || (noted == sequence && !row.getString("hash").equals(hash))) {
          return Optional.of(
              new Broken(node, sequence, "the noted end of this chain is another entry"));
        }
        if (noted > sequence && after(node, sequence).isEmpty()) {
          return Optional.of(
              new Broken(node, sequence + 1, "this entry is missing: the chain was cut off"));
        }
        return Optional.empty();
      }
    }
  }

  private List<String> nodes() throws SQLException {
    List<String> nodes = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery(
                "SELECT node FROM audit_entry UNION SELECT node FROM audit_chain ORDER BY node")) {
      while (row.next()) {
        nodes.add(row.getString(1));
      }
    }
    return nodes;
  }

  private List<AuditEntry> after(String node, long sequence) throws SQLException {
    List<AuditEntry> entries = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            AuditEntry.SELECT
                + "WHERE node = ? AND sequence > ? ORDER BY sequence LIMIT "
                + BATCH)) {
      query.setString(1, node);
      query.setLong(2, sequence);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          entries.add(AuditEntry.of(row));
        }
      }
    }
    return entries;
  }

  private String hash(String node, long sequence) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT hash FROM audit_entry WHERE node = ? AND sequence = ?")) {
      query.setString(1, node);
      query.setLong(2, sequence);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString("hash") : "";
      }
    }
  }
}
