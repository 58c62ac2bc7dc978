package cn.wuye.hotline.router.control;

import cn.wuye.hotline.router.ami.AmiCommands;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.MixMonitorMuteAction;
import org.asteriskjava.manager.action.PlayDtmfAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.response.ManagerResponse;

/**
 * What is done with the channels of a call. Everything returns at once and completes when Asterisk
 * has taken it, or with an {@link cn.wuye.hotline.router.ami.AmiException}; what it led to is told
 * by the events. Nothing here needs more than the AMI class {@code call}.
 */
public final class CallControl {
  /** The most keys that are sent at once. */
  public static final int MOST_KEYS = 30;

  private static final int NORMAL_CLEARING = 16;
  private static final int KEY_MILLIS = 160;
  private static final Pattern KEYS = Pattern.compile("[0-9*#A-D]{1," + MOST_KEYS + "}");

  private final AmiCommands ami;

  public CallControl(AmiCommands ami) {
    this.ami = ami;
  }

  /** Ends one side of a call. */
  public CompletableFuture<ManagerResponse> hangUp(String channel) {
    return ami.send(new HangupAction(channel, NORMAL_CLEARING));
  }

  /** Lets nobody hear what is said into a phone, or lets them hear it again. */
  public CompletableFuture<ManagerResponse> mute(String channel, boolean on) {
    // The action MuteAudio would need the class `system`, which may far more; the function may not.
    return ami.send(new SetVarAction(channel, "MUTEAUDIO(in)", on ? "on" : "off"));
  }

  /**
   * Sends keys to whoever is at the far end of a channel.
   *
   * @param keys digits, {@code *}, {@code #} and A–D, 1 to {@value #MOST_KEYS}
   * @throws IllegalArgumentException when they are others
   */
  public CompletableFuture<ManagerResponse> press(String channel, String keys) {
    if (!KEYS.matcher(keys).matches()) {
      throw new IllegalArgumentException("no keys: " + keys.length() + " characters");
    }
    // Asterisk answers when a key is under way: one by one, so that they stay in order.
    CompletableFuture<ManagerResponse> sent = ami.send(key(channel, keys.charAt(0)));
    for (char next : keys.substring(1).toCharArray()) {
      sent = sent.thenCompose(before -> ami.send(key(channel, next)));
    }
    return sent;
  }

  /** Asterisk hears a key as if whoever is at the far end of a channel had pressed it. */
  public CompletableFuture<ManagerResponse> pressed(String channel, char key) {
    PlayDtmfAction action = new PlayDtmfAction(channel, String.valueOf(key));
    action.setReceive(true);
    return ami.send(action);
  }

  private static ManagerAction key(String channel, char key) {
    PlayDtmfAction action = new PlayDtmfAction(channel, String.valueOf(key));
    action.setDuration(KEY_MILLIS);
    return action;
  }

  /**
   * Leaves silence in the recordings of a channel while something is said that is not to be kept.
   */
  public CompletableFuture<ManagerResponse> pauseRecording(String channel, boolean paused) {
    return ami.send(new MixMonitorMuteAction(channel, "both", paused ? 1 : 0));
  }

  /**
   * Sets a variable of a channel.
   *
   * @param value without a line break: Asterisk would read another header
   */
  public CompletableFuture<ManagerResponse> set(String channel, String name, String value) {
    if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(name + " holds a line break");
    }
    return ami.send(new SetVarAction(channel, name, value));
  }

  /**
   * Sends one channel elsewhere in the dialplan. Whoever it talked with and has no dialplan of her
   * own is hung up by that.
   */
  public CompletableFuture<ManagerResponse> send(String channel, Place to) {
    return ami.send(new RedirectAction(channel, to.context(), to.extension(), Place.FIRST));
  }

  /** Sends two channels that talk with each other elsewhere, so that neither hangs up the other. */
  public CompletableFuture<ManagerResponse> sendBoth(Move one, Move other) {
    RedirectAction action =
        new RedirectAction(one.channel(), one.to().context(), one.to().extension(), Place.FIRST);
    action.setExtraChannel(other.channel());
    action.setExtraContext(other.to().context());
    action.setExtraExten(other.to().extension());
    action.setExtraPriority(Place.FIRST);
    return ami.send(action);
  }

  /**
   * A place in the dialplan; priority 1.
   *
   * @param context as in asterisk-conf
   * @param extension letters, digits, '+', '-', '.' and '_'
   */
  public record Place(String context, String extension) {
    static final int FIRST = 1;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+._-]{1,80}");

    public Place {
      if (!NAME.matcher(context).matches() || !NAME.matcher(extension).matches()) {
        throw new IllegalArgumentException("no place in the dialplan: " + context);
      }
    }
  }

  /** A channel and where it goes. */
  public record Move(String channel, Place to) {}
}
