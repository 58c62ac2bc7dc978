package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentStep;
import cn.wuye.hotline.router.control.CallControl.Move;
import cn.wuye.hotline.router.control.CallControl.Place;
import cn.wuye.hotline.router.control.ListenMode;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.queue.Membership;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A port: the telephone of this node as the desk uses it. What asks something of Asterisk waits for
 * its answer, three seconds at most, and throws {@link TelephoneAway} when it did not do it.
 */
interface DeskTelephone {
  /** Whether this node has a telephone, and sees what it does. */
  boolean seen();

  /** What the agent at a phone does; {@link AgentState.Gone} also when nothing is known. */
  AgentState state(String device);

  /** The reason of the pause that Asterisk has for a phone. */
  Optional<String> pause(String device);

  /** Gives her these places, without a pause. Where she has them already nothing changes. */
  void signIn(String device, List<Membership> places);

  /** Takes her out of all queues. */
  void signOut(String device);

  /** No calls from now on, or after the one she has. */
  void pause(String device, String reason);

  /** Calls again. */
  void resume(String device);

  /** Gives her longer for what the last call has left. */
  AgentStep extendWrapUp(String device, Duration by);

  /** The channel of a phone in a call, once it has answered. */
  Optional<String> leg(String device, String call);

  /** Whether a phone has joined the caller in an emergency, as Asterisk has it. */
  boolean joined(String device, String call);

  /** Whether a channel exists and has been answered. */
  boolean up(String channel);

  void hangUp(String channel);

  void mute(String channel, boolean on);

  void press(String channel, String keys);

  void pauseRecording(String channel, boolean paused);

  void send(String channel, Place to);

  void sendBoth(Move one, Move other);

  /**
   * Rings a phone; returns at once.
   *
   * @param id of the channel
   * @param number an extension or a telephone number
   * @param to where whoever answers is put
   */
  Ring ring(String id, String number, Place to, Duration longest);

  /** The same for a phone of an agent, not by its number: nobody else may answer. */
  Ring ringDevice(String id, String device, Place to, Duration longest);

  /** The channel by which a phone listens in, or is rung for that. */
  Optional<String> listener(String device);

  /**
   * Rings a phone that is to listen in.
   *
   * @param id of the channel; begins with {@link ListenMode#PREFIX}
   * @param heard the channel that is listened to
   */
  Ring ringListener(String id, String device, String heard, ListenMode mode, Duration longest);

  /** A phone that listens in does so in another way. */
  void listen(String listener, String heard, ListenMode mode);
}
