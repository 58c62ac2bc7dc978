package cn.wuye.hotline.ivr.port;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the telephone does next with a caller who wants a person. */
public sealed interface QueueAct {
  /** How long it takes at most, without the talk it leads to. */
  Duration longest();

  /**
   * She is in one of Asterisk's queues.
   *
   * @param variables to be set on her channel before; they stay there, for when Asterisk goes on
   *     alone
   * @param arguments of Asterisk's application {@code Queue}; a ringing tone is heard
   * @param music what is heard instead, where Asterisk can play it
   */
  record Stay(
      Map<String, String> variables, String arguments, Duration longest, Optional<Music> music)
      implements QueueAct {
    public Stay {
      variables = Map.copyOf(variables);
    }

    /** With a ringing tone. */
    public Stay(Map<String, String> variables, String arguments, Duration longest) {
      this(variables, arguments, longest, Optional.empty());
    }
  }

  /**
   * Music while she waits.
   *
   * @param name of Asterisk's class of music
   * @param arguments of {@code Queue} with which it is heard
   */
  record Music(String name, String arguments) {}

  /**
   * One phone is rung for her: that of the agent who talked with her last.
   *
   * @param device as Asterisk dials it, {@code PJSIP/1001}
   */
  record Ring(String device, Duration longest) implements QueueAct {}

  /**
   * She waits in the queue of another node, whose agents are rung for her; her own node goes on
   * whenever nobody answers there.
   *
   * @param variables to be set on her channel before
   * @param target as Asterisk dials it, {@code PJSIP/hotline-node/sip:q-general_CALL@10.0.0.2:5060}
   * @param music Asterisk's class of music that is heard, where Asterisk can play it; else, and
   *     when empty, a ringing tone
   */
  record Sent(
      Map<String, String> variables, String target, Duration longest, Optional<String> music)
      implements QueueAct {
    public Sent {
      variables = Map.copyOf(variables);
    }
  }
}
