package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings people through the call router; who answers hears the whisper and joins the room. */
final class RouterRinger implements PhoneRinger {
  static final String OUTBOUND = "hotline-outbound";
  static final String DUTY = "hotline-duty";
  static final String DUTY_EXTENSION = "s";
  static final String ROOM = "HOTLINE_ROOM";
  static final String WHISPER = "HOTLINE_WHISPER";

  private static final Logger LOG = LoggerFactory.getLogger(RouterRinger.class);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final Function<OriginateRequest, Ring> router;
  private final PromptAudio prompts;
  private final String shownNumber;
  private final AtomicInteger ringing = new AtomicInteger();

  /**
   * @param shownNumber what the rung phone shows
   */
  RouterRinger(Function<OriginateRequest, Ring> router, PromptAudio prompts, String shownNumber) {
    this.router = router;
    this.prompts = prompts;
    this.shownNumber = shownNumber;
  }

  @Override
  public Ringing ring(PhoneLine line, String room, Duration timeout, Prompt whisper) {
    Ring ring =
        router.apply(
            new OriginateRequest(
                // Not optimised away (/n): the room and the hang-up handler belong to this channel.
                "Local/" + line.number().digits() + "@" + OUTBOUND + "/n",
                DUTY,
                DUTY_EXTENSION,
                shownNumber,
                timeout.compareTo(SHORTEST) < 0 ? SHORTEST : timeout,
                Map.of(ROOM, room, WHISPER, files(whisper))));
    ringing.incrementAndGet();
    LOG.info("Call {}: ringing {} ({})", room, line.name(), line.number());
    CompletableFuture<Outcome> outcome = ring.outcome().thenApply(RouterRinger::outcome);
    outcome.thenAccept(
        how -> {
          ringing.decrementAndGet();
          LOG.info("Call {}: {} {}", room, line.name(), how);
        });
    return new Ringing() {
      @Override
      public CompletableFuture<Outcome> outcome() {
        return outcome;
      }

      @Override
      public void cancel() {
        ring.cancel();
      }
    };
  }

  /** For how many callers a person is being rung. */
  int waiting() {
    return ringing.get();
  }

  /** As Playback takes them: without their suffix, joined by {@code &}. */
  private String files(Prompt whisper) {
    return prompts.files(whisper).stream()
        .map(Path::toString)
        .map(file -> file.replaceFirst("\\.(wav|sln|gsm)$", ""))
        .collect(Collectors.joining("&"));
  }

  private static Outcome outcome(RingOutcome outcome) {
    return switch (outcome) {
      case ANSWERED -> Outcome.ANSWERED;
      case BUSY -> Outcome.BUSY;
      case NO_ANSWER -> Outcome.NO_ANSWER;
      case REJECTED -> Outcome.REJECTED;
      case UNREACHABLE, CONGESTED -> Outcome.UNREACHABLE;
      case UNAVAILABLE -> Outcome.UNAVAILABLE;
    };
  }
}
