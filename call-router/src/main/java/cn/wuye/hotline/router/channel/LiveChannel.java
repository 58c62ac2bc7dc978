package cn.wuye.hotline.router.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One channel as Asterisk has it now.
 *
 * @param id Asterisk's {@code Uniqueid}, unique over all nodes when {@code systemname} is set
 * @param name Asterisk's name for it, {@code PJSIP/trunk-0000001a}; changes with a masquerade
 * @param caller the caller's number with its middle hidden; empty when withheld
 * @param linkedId the id of the call's first channel: all channels of one call share it
 * @param bridgeId the bridge it talks in; empty when in none
 * @param context where in the dialplan it was when last told
 * @param since when it was first seen; after a re-synchronisation maybe later than its beginning
 */
public record LiveChannel(
    String id,
    String name,
    State state,
    String caller,
    String linkedId,
    String bridgeId,
    String context,
    String extension,
    Instant since) {
  /** Phones of agents are called by their extension; everything else has a name. */
  private static final Pattern PHONE = Pattern.compile("(PJSIP/[0-9]{2,10})-.*");

  /**
   * The agent's phone that a channel belongs to.
   *
   * @param name Asterisk's for the channel, {@code PJSIP/1001-0000001a}
   * @return its device, {@code PJSIP/1001}; empty for every other channel
   */
  public static Optional<String> phoneOf(String name) {
    Matcher phone = PHONE.matcher(name);
    return phone.matches() ? Optional.of(phone.group(1)) : Optional.empty();
  }

  /** What the channel is doing, as far as anybody outside Asterisk cares. */
  public enum State {
    DOWN,
    RINGING,
    UP,
    BUSY;

    /** Reads Asterisk's channel state (0 down … 4 ring, 5 ringing, 6 up, 7 busy …). */
    static State of(int asterisk) {
      return switch (asterisk) {
        case 4, 5 -> RINGING;
        case 6 -> UP;
        case 7 -> BUSY;
        default -> DOWN;
      };
    }
  }

  LiveChannel withState(State newState) {
    return new LiveChannel(
        id, name, newState, caller, linkedId, bridgeId, context, extension, since);
  }

  LiveChannel withBridge(String newBridge) {
    return new LiveChannel(id, name, state, caller, linkedId, newBridge, context, extension, since);
  }

  LiveChannel withName(String newName) {
    return new LiveChannel(
        id, newName, state, caller, linkedId, bridgeId, context, extension, since);
  }

  LiveChannel withCaller(String newCaller) {
    return new LiveChannel(
        id, name, state, newCaller, linkedId, bridgeId, context, extension, since);
  }
}
