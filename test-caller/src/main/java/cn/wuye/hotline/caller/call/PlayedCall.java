package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.Noise;
import cn.wuye.hotline.caller.sound.Track;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.response.GetVarResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call: placed, played by its script, ended. Used once, by one thread. */
public final class PlayedCall {
  private static final Logger LOG = LoggerFactory.getLogger(PlayedCall.class);
  private static final Duration RINGS = Duration.ofSeconds(20);

  private final Switchboard board;
  private final Script script;
  private final Instant startedAt = Instant.now();

  PlayedCall(Switchboard board, Script script) {
    this.board = board;
    this.script = script;
  }

  /** Plays the whole script; returns when the call has ended. */
  public CallRecord play() {
    UUID id = UUID.randomUUID();
    CompletableFuture<Line> opened = new CompletableFuture<>();
    try (var announcement =
        board
            .server()
            .announce(
                id,
                stream -> {
                  Line line = new Line(stream, noise(id));
                  opened.complete(line);
                  line.run();
                })) {
      Ring ring = board.originator().originate(request(id));
      try {
        Line line = answered(ring, opened);
        String sipCallId = sipCallId(ring.channelId());
        return play(ring, line, sipCallId);
      } catch (NotFollowed e) {
        ring.cancel();
        return record("", new Track(), List.of(), Optional.ofNullable(e.getMessage()));
      }
    }
  }

  private CallRecord play(Ring ring, Line line, String sipCallId) {
    Performance performance = new Performance(board, line, ring.channelId(), script);
    Optional<String> problem = Optional.empty();
    try {
      performance.perform();
    } catch (NotFollowed e) {
      problem = Optional.ofNullable(e.getMessage());
    } catch (IOException e) {
      problem = Optional.of("cannot speak: " + e.getMessage());
    } finally {
      line.hangUp();
      ring.cancel();
    }
    return record(sipCallId, line.heard(), performance.acts(), problem);
  }

  private CallRecord record(
      String sipCallId, Track heard, List<Act> acts, Optional<String> problem) {
    return new CallRecord(
        script, sipCallId, startedAt, heard, acts, board.phones().calls(), problem);
  }

  private OriginateRequest request(UUID id) {
    String address = "127.0.0.1:" + board.server().address().getPort();
    return new OriginateRequest(
        "PJSIP/" + board.hotline().number() + "@loop",
        "test-caller",
        "s",
        script.from().orElse(""),
        RINGS,
        Map.of("CALLER_UUID", id.toString(), "CALLER_ADDRESS", address));
  }

  private @Nullable Noise noise(UUID id) {
    return script.noise().isPresent()
        ? new Noise(script.noise().getAsDouble(), id.getLeastSignificantBits())
        : null;
  }

  private static Line answered(Ring ring, CompletableFuture<Line> opened) throws NotFollowed {
    try {
      RingOutcome outcome = ring.outcome().get(RINGS.toSeconds() + 3, TimeUnit.SECONDS);
      if (outcome != RingOutcome.ANSWERED) {
        throw new NotFollowed("the hotline did not answer: " + outcome);
      }
      return opened.get(3, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new NotFollowed("answered, but no sound came from Asterisk: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotFollowed("interrupted");
    }
  }

  /** The Call-ID by which both ends of the SIP call know it. */
  private String sipCallId(String channelId) {
    try {
      var answer =
          board
              .ami()
              .send(new GetVarAction(channelId, "CHANNEL(pjsip,call-id)"))
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
}
