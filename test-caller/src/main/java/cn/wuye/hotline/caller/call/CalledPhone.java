package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;
import cn.wuye.hotline.caller.script.Phone;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.Noise;
import cn.wuye.hotline.ivr.audiosocket.AudioSocketServer;
import cn.wuye.hotline.ivr.audiosocket.AudioStream;
import cn.wuye.hotline.router.channel.ChannelsListener;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.channel.LiveChannels;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The phone of a resident whom the hotline calls: rings, and is answered by a script or not. Known
 * to Asterisk's dialplan as long as it is open.
 */
public final class CalledPhone implements AutoCloseable {
  /** Where calls out come in again over the loopback trunk. */
  private static final String LOOP = "hotline-loop";

  private final Switchboard board;
  private final Script script;
  private final String number;
  private final AudioSocketServer server;
  private final CompletableFuture<LiveChannel> rung = new CompletableFuture<>();
  private final CompletableFuture<LiveChannel> left = new CompletableFuture<>();
  private final CompletableFuture<Line> answered = new CompletableFuture<>();

  private CalledPhone(Switchboard board, Script script, String number, AudioSocketServer server) {
    this.board = board;
    this.script = script;
    this.number = number;
    this.server = server;
  }

  /**
   * Makes the phone known; the hotline may call from now on.
   *
   * @throws IllegalArgumentException when the script does not tell her number
   */
  public static CalledPhone open(Switchboard board, Script script) throws IOException {
    String number =
        script
            .from()
            .orElseThrow(() -> new IllegalArgumentException("from: who is called has a number"));
    AudioSocketServer server = new AudioSocketServer(new InetSocketAddress("127.0.0.1", 0));
    CalledPhone phone = new CalledPhone(board, script, number, server);
    LiveChannels live = new LiveChannels(Clock.systemUTC());
    live.addListener(phone.new Bell());
    board.ami().addListener(live);
    server.takeOthers(phone::answer);
    if (script.answers() instanceof Phone.Refuses refuses) {
      board.phones().enter(number, refuses);
    } else if (script.answers() instanceof Phone.Answers answers) {
      board.phones().enter(number, answers, server);
    }
    return phone;
  }

  private void answer(AudioStream stream) {
    Noise behind =
        script.noise().isPresent()
            ? new Noise(script.noise().getAsDouble(), number.hashCode())
            : null;
    Line line = new Line(stream, behind);
    if (!answered.complete(line)) {
      // A script is one call.
      line.hangUp();
    }
    line.run();
  }

  /**
   * Waits for the call and plays it to its end.
   *
   * @param patience how long the hotline may let us wait
   */
  public CallRecord play(Duration patience) {
    PlayedCall played = board.call(script);
    try {
      LiveChannel channel = within(rung, patience, "the hotline did not call");
      if (script.answers() instanceof Phone.Refuses) {
        within(left, Duration.ofMinutes(2), "the hotline lets it ring for ever");
        return played.unanswered(Optional.empty());
      }
      Line line = within(answered, Duration.ofMinutes(2), "it rang, and stopped too soon");
      try (Answered call = new Answered(channel.id(), line)) {
        return played.perform(call);
      }
    } catch (NotFollowed e) {
      return played.unanswered(Optional.ofNullable(e.getMessage()));
    }
  }

  private static <T> T within(CompletableFuture<T> what, Duration patience, String otherwise)
      throws NotFollowed {
    try {
      return what.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new NotFollowed(otherwise);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotFollowed("interrupted");
    }
  }

  @Override
  public void close() {
    board.phones().remove(number);
    server.close();
  }

  /** Hears the phone ring: a call comes in by the loopback trunk for its number. */
  private final class Bell implements ChannelsListener {
    @Override
    public void changed(LiveChannel channel) {
      if (channel.context().equals(LOOP) && channel.extension().equals(number)) {
        rung.complete(channel);
      }
    }

    @Override
    public void gone(LiveChannel channel, int cause) {
      if (rung.isDone() && rung.join().id().equals(channel.id())) {
        left.complete(channel);
      }
    }
  }

  /** The call from the moment she answered. */
  private final class Answered implements OpenCall {
    private final String channel;
    private final Line line;

    Answered(String channel, Line line) {
      this.channel = channel;
      this.line = line;
    }

    @Override
    public Line line() {
      return line;
    }

    /** No ticket is found by it: the call is the hotline's own. */
    @Override
    public String sipCallId() {
      return "";
    }

    @Override
    public void press(String keys) throws NotFollowed {
      Keys.press(board, channel, line, keys);
    }

    @Override
    public void close() {
      line.hangUp();
    }
  }
}
