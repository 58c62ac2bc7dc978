package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Waited;
import cn.wuye.hotline.ivr.conversation.Waited.How;
import cn.wuye.hotline.ivr.port.QueueAct;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has Asterisk look for an agent: in a queue here or at another node, or by ringing one phone. */
final class AgiQueue {
  private static final Logger LOG = LoggerFactory.getLogger(AgiQueue.class);
  private static final int NO_SUCH_APPLICATION = -2;

  /** Asterisk tells why the queue was left, and who answered, by variables. */
  private static final String STATUS = "QUEUESTATUS";

  private static final String MEMBER = "MEMBERINTERFACE";
  private static final String HELD_SECONDS = "QEHOLDTIME";
  private static final String MUSIC_LOADED = "IFMODULE(res_musiconhold.so)";
  private static final String MUSIC_CLASS = "CHANNEL(musicclass)";

  /** Another node that ends a slice so long before its end has nobody to answer. */
  private static final Duration EARLY = Duration.ofSeconds(2);

  /** Who is in no queue after so short a time was never in one. */
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  private final CallContext context;
  private final AgiLine agi;

  AgiQueue(CallContext context) {
    this.context = context;
    this.agi = context.agi();
  }

  /** The sound has ended before, so that AGI is free. */
  Waited perform(QueueAct act) {
    Duration from = context.time().now();
    Waited waited;
    if (act instanceof QueueAct.Ring ring) {
      waited = rings(ring, from);
    } else if (act instanceof QueueAct.Sent sent) {
      waited = isSent(sent, from);
    } else {
      waited = waits((QueueAct.Stay) act, from);
    }
    LOG.info("call {}: waited for a person, {}", context.call().id(), waited.how());
    return waited;
  }

  private Waited waits(QueueAct.Stay stay, Duration from) {
    // What an earlier stay has left would be read as the end of this one.
    agi.setVariable(STATUS, "");
    stay.variables().forEach(agi::setVariable);
    int result = agi.exec("Queue", arguments(stay));
    agi.requireAlive();
    String agent = extension(agi.variable(MEMBER));
    if (!agent.isEmpty()) {
      talked(agent, from.plusSeconds(seconds(agi.variable(HELD_SECONDS))));
      return Waited.talked(agent);
    }
    if (result == NO_SUCH_APPLICATION) {
      LOG.error("call {}: Asterisk has no queues", context.call().id());
      return Waited.without(How.IMPOSSIBLE);
    }
    boolean atOnce = context.time().now().minus(from).compareTo(AT_ONCE) < 0;
    return Waited.without(
        switch (agi.variable(STATUS)) {
          case "JOINEMPTY", "LEAVEEMPTY", "JOINUNAVAIL", "LEAVEUNAVAIL", "FULL" -> How.NOBODY;
          // No reason: a key was pressed; or there is no such queue.
          case "" -> atOnce ? How.IMPOSSIBLE : How.KEY;
          default -> How.TIME_OVER;
        });
  }

  /** With music where Asterisk has what plays it; else silence would be heard. */
  private String arguments(QueueAct.Stay stay) {
    Optional<QueueAct.Music> music = stay.music();
    if (music.isEmpty() || !musicLoaded()) {
      return stay.arguments();
    }
    agi.setVariable(MUSIC_CLASS, music.get().name());
    return music.get().arguments();
  }

  private boolean musicLoaded() {
    return agi.variable(MUSIC_LOADED).equals("1");
  }

  private Waited rings(QueueAct.Ring ring, Duration from) {
    agi.exec("Dial", ring.device(), seconds(ring.longest()), "grU(hotline-agent-direct)");
    agi.requireAlive();
    if (!agi.variable("DIALSTATUS").equals("ANSWER")) {
      return Waited.without(How.TIME_OVER);
    }
    String agent = extension(ring.device());
    talked(agent, from);
    return Waited.talked(agent);
  }

  private Waited isSent(QueueAct.Sent sent, Duration from) {
    sent.variables().forEach(agi::setVariable);
    String heard =
        sent.music().filter(name -> musicLoaded()).map(name -> "m(" + name + ")").orElse("r");
    agi.exec(
        "Dial",
        sent.target(),
        seconds(sent.longest()),
        "g" + heard + "b(hotline-overflow-send^s^1)U(hotline-agent-direct)");
    agi.requireAlive();
    String status = agi.variable("DIALSTATUS");
    if (status.equals("ANSWER")) {
      // The other node names its agent as the one whom she is connected to.
      String number = extension(agi.variable("CONNECTEDLINE(num)"));
      // Whom she was handed on to may have any number.
      String agent = number.matches("[0-9]{2,10}") ? number : "";
      long seconds = seconds(agi.variable("ANSWEREDTIME"));
      talked(agent, context.time().now().minusSeconds(seconds));
      return Waited.talked(agent);
    }
    // Whoever is sent back early is not to be sent there again and again.
    Duration waited = context.time().now().minus(from);
    boolean whole = waited.compareTo(sent.longest().minus(EARLY)) >= 0;
    return Waited.without(whole && !status.equals("CHANUNAVAIL") ? How.TIME_OVER : How.NOBODY);
  }

  private void talked(String agent, Duration from) {
    Duration now = context.time().now();
    context.report().connected(agent, from.compareTo(now) < 0 ? from : now, now);
  }

  /** {@code PJSIP/1001} → {@code 1001}; empty for nothing. */
  private static String extension(String device) {
    return device.substring(device.indexOf('/') + 1).replaceAll("[^0-9]", "");
  }

  private static String seconds(Duration longest) {
    return String.valueOf(Math.max(1, longest.toSeconds()));
  }

  private static long seconds(String value) {
    return value.matches("[0-9]{1,6}") ? Long.parseLong(value) : 0;
  }
}
