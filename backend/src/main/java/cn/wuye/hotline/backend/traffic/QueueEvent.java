package cn.wuye.hotline.backend.traffic;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Utc;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One event of a queue or an agent.
 *
 * @param node whose Asterisk had it
 * @param once tells it from every other of the node; the same when it is told again
 * @param at as Asterisk has it, to the millisecond
 * @param call unique id of the caller's channel; empty when it is of no call
 * @param queue code of the queue; empty when it is of none
 * @param agent extension; empty when it is of nobody
 * @param detail what the kind says of it, at most {@value #DETAIL} characters; a longer one is cut
 */
public record QueueEvent(
    String node,
    String once,
    EventKind kind,
    Instant at,
    String call,
    String queue,
    String agent,
    String detail) {
  /** Most characters of a detail. */
  public static final int DETAIL = 80;

  private static final int NAME = 40;
  private static final int ONCE = 300;
  private static final int CALL = 150;

  /**
   * @throws IllegalArgumentException when a name is too long for its column or not ASCII, or an
   *     event of a call has no call, one of an agent no agent
   */
  public QueueEvent {
    at = Utc.truncated(at);
    detail = Text.fitted(detail, DETAIL);
    ascii("node", node, NAME);
    ascii("identity", once, ONCE);
    ascii("call", call, CALL);
    ascii("queue", queue, NAME);
    ascii("agent", agent, NAME);
    if (kind.ofAgent() ? agent.isEmpty() : call.isEmpty()) {
      throw new IllegalArgumentException(
          kind.code() + " is of " + (kind.ofAgent() ? "an agent" : "a call") + "; none was given");
    }
  }

  /**
   * An event that Asterisk told. Its moment must be Asterisk's own ({@code timestampevents}), so
   * that the same event read again, from a journal or by a second connection, is the same.
   */
  public static QueueEvent told(
      String node,
      EventKind kind,
      Instant at,
      String call,
      String queue,
      String agent,
      String detail) {
    String once = kind.code() + ":" + call + ":" + agent + ":" + queue + ":" + at.toEpochMilli();
    return new QueueEvent(node, once, kind, at, call, queue, agent, detail);
  }

  private static void ascii(String what, String text, int length) {
    Text.require(what, text, length);
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(what + " is ASCII only, not '" + text + "'");
    }
  }
}
