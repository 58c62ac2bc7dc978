package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;
import cn.wuye.hotline.caller.sound.Noise;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.response.GetVarResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call that was answered: the caller's line, and her keys. Closing it hangs up. */
public final class DialledCall implements OpenCall {
  private static final Logger LOG = LoggerFactory.getLogger(DialledCall.class);
  private static final Duration RINGS = Duration.ofSeconds(20);

  private final Switchboard board;
  private final Ring ring;
  private final Line line;
  private final String sipCallId;

  private DialledCall(Switchboard board, Ring ring, Line line) {
    this.board = board;
    this.ring = ring;
    this.line = line;
    this.sipCallId = askSipCallId();
  }

  /**
   * Dials the hotline and returns when it has answered.
   *
   * @param from empty to withhold the number
   * @param noise signal-to-noise ratio in dB; empty for none
   * @throws NotFollowed when it does not answer
   */
  static DialledCall dial(Switchboard board, Optional<String> from, OptionalDouble noise)
      throws NotFollowed {
    UUID id = UUID.randomUUID();
    CompletableFuture<Line> opened = new CompletableFuture<>();
    try (var announcement =
        board
            .server()
            .announce(
                id,
                stream -> {
                  Noise behind =
                      noise.isPresent()
                          ? new Noise(noise.getAsDouble(), id.getLeastSignificantBits())
                          : null;
                  Line line = new Line(stream, behind);
                  opened.complete(line);
                  line.run();
                })) {
      Ring ring = board.originator().originate(request(board, id, from.orElse("")));
      try {
        return new DialledCall(board, ring, answered(ring, opened));
      } catch (NotFollowed e) {
        ring.cancel();
        throw e;
      }
    }
  }

  private static OriginateRequest request(Switchboard board, UUID id, String from) {
    String address = "127.0.0.1:" + board.server().address().getPort();
    return new OriginateRequest(
        "PJSIP/" + board.hotline().number() + "@loop",
        "test-caller",
        "s",
        from,
        RINGS,
        Map.of("CALLER_UUID", id.toString(), "CALLER_ADDRESS", address));
  }

  private static Line answered(Ring ring, CompletableFuture<Line> opened) throws NotFollowed {
    try {
      RingOutcome outcome = ring.outcome().get(RINGS.toSeconds() + 3, TimeUnit.SECONDS);
      if (outcome != RingOutcome.ANSWERED) {
        throw new NotFollowed("the hotline did not answer: " + outcome);
      }
      return opened.get(3, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new NotFollowed("answered, but no sound came from Asterisk: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotFollowed("interrupted");
    }
  }

  /** The Call-ID by which both ends of the SIP call know it; empty when it cannot be had. */
  private String askSipCallId() {
    try {
      var answer =
          board
              .ami()
              .send(new GetVarAction(ring.channelId(), "CHANNEL(pjsip,call-id)"))
              .get(3, TimeUnit.SECONDS);
      return answer instanceof GetVarResponse got && got.getValue() != null ? got.getValue() : "";
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the SIP Call-ID of our leg is not known: {}; no ticket can be found", e.toString());
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public String sipCallId() {
    return sipCallId;
  }

  @Override
  public void press(String keys) throws NotFollowed {
    Keys.press(board, ring.channelId(), line, keys);
  }

  @Override
  public void close() {
    line.hangUp();
    ring.cancel();
  }
}
