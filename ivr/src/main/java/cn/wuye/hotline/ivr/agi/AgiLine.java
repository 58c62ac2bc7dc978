package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.HangUp;
import java.nio.file.Path;
import java.time.Duration;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiHangupException;
import org.asteriskjava.fastagi.AgiNetworkException;
import org.asteriskjava.fastagi.command.AgiCommand;
import org.asteriskjava.fastagi.command.ChannelStatusCommand;
import org.asteriskjava.fastagi.command.ExecCommand;
import org.asteriskjava.fastagi.command.GetFullVariableCommand;
import org.asteriskjava.fastagi.command.GetVariableCommand;
import org.asteriskjava.fastagi.command.HangupCommand;
import org.asteriskjava.fastagi.command.RecordFileCommand;
import org.asteriskjava.fastagi.command.SetVariableCommand;
import org.asteriskjava.fastagi.command.StreamFileCommand;
import org.asteriskjava.fastagi.command.WaitForDigitCommand;
import org.asteriskjava.fastagi.reply.AgiReply;

/**
 * The commands of AGI that a call needs. Every one of them throws {@link HangUp} when the caller is
 * gone, and {@link IllegalStateException} when Asterisk refuses the command.
 */
final class AgiLine {
  private static final int DEAD = -1;
  private static final int UP = 6;

  private final AgiChannel channel;

  AgiLine(AgiChannel channel) {
    this.channel = channel;
  }

  private AgiReply send(AgiCommand command) {
    try {
      return channel.sendCommand(command);
    } catch (AgiHangupException | AgiNetworkException e) {
      throw new HangUp("the caller hung up");
    } catch (AgiException e) {
      // Not the whole command: it may hold a telephone number.
      throw new IllegalStateException(
          "Asterisk refused a " + command.getClass().getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  /** Runs an application of the dialplan; returns when it has ended, with its result. */
  int exec(String application, String... arguments) {
    return send(new ExecCommand(application, arguments)).getResultCode();
  }

  void setVariable(String name, String value) {
    send(new SetVariableCommand(name, value));
  }

  /** The value, or an empty string when the variable is not set. */
  String variable(String name) {
    return value(send(new GetVariableCommand(name)));
  }

  /** What an expression of the dialplan gives, {@code ${FUNCTION(argument)}}. */
  String expression(String expression) {
    return value(send(new GetFullVariableCommand(expression)));
  }

  private static String value(AgiReply reply) {
    String value = reply.getResultCode() == 1 ? reply.getExtra() : "";
    return value == null ? "" : value;
  }

  /**
   * Plays a file until its end or until one of the keys is pressed.
   *
   * @return the key, or 0 for none
   */
  char play(Path file, String escapeKeys) {
    return key(send(new StreamFileCommand(withoutEnding(file), escapeKeys)));
  }

  /** The name Asterisk wants, which finds the best format itself. */
  static String withoutEnding(Path file) {
    return file.toString().replaceFirst("\\.[A-Za-z0-9]{2,4}$", "");
  }

  /**
   * Waits for a key.
   *
   * @return the key, or 0 for none
   */
  char waitForKey(Duration atMost) {
    return key(send(new WaitForDigitCommand(atMost.toMillis())));
  }

  /**
   * Records until silence, a key, or the longest time.
   *
   * @param file without the ending {@code .wav}
   * @return the key that ended it, or 0
   */
  char record(Path file, Duration longest, Duration silence, String escapeKeys) {
    int seconds = (int) Math.max(1, (silence.toMillis() + 999) / 1000);
    AgiReply reply =
        send(
            new RecordFileCommand(
                file.toString(), "wav", escapeKeys, (int) longest.toMillis(), 0, false, seconds));
    // Ended by silence, Asterisk 22 leaves some number as the result: the word beside it counts.
    boolean key = reply.getResultCode() == DEAD || "dtmf".equals(reply.getExtra());
    return key ? key(reply) : 0;
  }

  private char key(AgiReply reply) {
    int code = reply.getResultCode();
    if (code == DEAD) {
      // The same answer means a hang-up or a missing file.
      requireAlive();
      return 0;
    }
    return code <= 0 ? 0 : (char) code;
  }

  /** Whether the call still stands. */
  boolean alive() {
    try {
      return send(new ChannelStatusCommand()).getResultCode() == UP;
    } catch (HangUp gone) {
      return false;
    }
  }

  /** Throws {@link HangUp} unless the call still stands. */
  void requireAlive() {
    if (!alive()) {
      throw new HangUp("the caller hung up");
    }
  }

  void hangUp() {
    send(new HangupCommand());
  }
}
