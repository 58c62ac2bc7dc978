package cn.wuye.hotline.backend.audit;

import java.util.Map;

/** Where every feature writes down what people did with the system and with residents' data. */
public interface Audit {
  /**
   * Appends an entry, in the caller's transaction where there is one: what is rolled back was not
   * done. Waits for other transactions of this node that have appended one, never for other nodes;
   * so it belongs to the end of a transaction.
   *
   * @param actor {@code user:<login>} or {@code system:<part>}; what is longer than 80 characters
   *     is cut
   * @param subject what it was done to, {@code user:<login>}, {@code recording:<id>}; may be empty;
   *     what is longer than 120 characters is cut
   * @param details strings, numbers, booleans, lists and maps of them; no password, no phone number
   *     in full; at most 4000 characters as JSON
   * @throws IllegalArgumentException when the details are longer
   */
  void record(String actor, AuditAction action, String subject, Map<String, ?> details);

  /** The actor of somebody who is signed in. */
  static String user(String login) {
    return "user:" + login;
  }
}
