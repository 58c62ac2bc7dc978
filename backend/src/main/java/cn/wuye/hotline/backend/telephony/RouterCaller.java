package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.message.voice.CallEnd;
import cn.wuye.hotline.backend.message.voice.Telephone;
import cn.wuye.hotline.backend.message.voice.VoiceCall;
import cn.wuye.hotline.ivr.port.SpokenMessage;
import cn.wuye.hotline.ivr.port.SpokenMessages;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Phones people through the call router; Asterisk brings whoever answers to the telephone, which
 * asks here what it has to read.
 */
final class RouterCaller implements Telephone, SpokenMessages {
  static final String CONTEXT = "hotline-message";
  static final String EXTENSION = "s";
  static final String NOTICE = "HOTLINE_NOTICE";

  private static final Logger LOG = LoggerFactory.getLogger(RouterCaller.class);

  /** The ringing promises an outcome 2 s after its time-out. */
  private static final Duration RING_GRACE = Duration.ofSeconds(5);

  /** From the answer to the first command of the script. */
  private static final Duration BEGINNING = Duration.ofSeconds(10);

  /** Asterisk itself ends such a call after two minutes. */
  private static final Duration LONGEST = Duration.ofSeconds(130);

  private final Function<OriginateRequest, Ring> router;
  private final BooleanSupplier connected;
  private final String shownNumber;
  private final Map<String, Reading> waiting = new ConcurrentHashMap<>();

  /**
   * @param connected whether Asterisk can be asked now
   * @param shownNumber what the rung phone shows
   */
  RouterCaller(
      Function<OriginateRequest, Ring> router, BooleanSupplier connected, String shownNumber) {
    this.router = router;
    this.connected = connected;
    this.shownNumber = shownNumber;
  }

  @Override
  public boolean ready() {
    return connected.getAsBoolean();
  }

  @Override
  public Optional<SpokenMessage> find(String id) {
    return Optional.ofNullable(waiting.get(id)).map(Reading::begun);
  }

  @Override
  public CallEnd phone(VoiceCall call) {
    Reading reading = new Reading(call);
    waiting.put(call.id(), reading);
    try {
      return phone(call, reading, router.apply(request(call)));
    } catch (RuntimeException refused) {
      LOG.error("{} could not be made", call, refused);
      return reading.known().orElse(CallEnd.UNAVAILABLE);
    } finally {
      waiting.remove(call.id());
    }
  }

  private static CallEnd phone(VoiceCall call, Reading reading, Ring ring) {
    try {
      RingOutcome outcome = get(ring.outcome(), call.ring().plus(RING_GRACE));
      return outcome == RingOutcome.ANSWERED ? reading.end() : failed(outcome);
    } catch (TimeoutException late) {
      LOG.warn("{}: {}; hanging up", call, late.getMessage());
      return reading.known().orElse(CallEnd.UNAVAILABLE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return reading.known().orElse(CallEnd.UNAVAILABLE);
    } finally {
      ring.cancel();
    }
  }

  private OriginateRequest request(VoiceCall call) {
    return new OriginateRequest(
        // Not optimised away (/n): the script belongs to this channel.
        "Local/" + call.number().digits() + "@" + RouterRinger.OUTBOUND + "/n",
        CONTEXT,
        EXTENSION,
        shownNumber,
        call.ring(),
        Map.of(NOTICE, call.id()));
  }

  private static CallEnd failed(RingOutcome outcome) {
    return switch (outcome) {
      case ANSWERED, NO_ANSWER -> CallEnd.NO_ANSWER;
      case BUSY -> CallEnd.BUSY;
      case REJECTED -> CallEnd.REJECTED;
      case UNREACHABLE, CONGESTED -> CallEnd.UNREACHABLE;
      case UNAVAILABLE -> CallEnd.UNAVAILABLE;
    };
  }

  private static <T> T get(CompletableFuture<T> future, Duration atMost)
      throws InterruptedException, TimeoutException {
    try {
      return future.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    }
  }

  /** A message on its way to one ear. */
  private static final class Reading implements SpokenMessage {
    private final VoiceCall call;
    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();
    private volatile boolean heard;
    private volatile boolean confirmed;

    Reading(VoiceCall call) {
      this.call = call;
    }

    SpokenMessage begun() {
      begun.complete(true);
      return this;
    }

    CallEnd end() throws InterruptedException, TimeoutException {
      get(begun, BEGINNING);
      get(over, LONGEST);
      return known().orElse(CallEnd.NOT_HEARD);
    }

    Optional<CallEnd> known() {
      if (confirmed) {
        return Optional.of(CallEnd.CONFIRMED);
      }
      return heard ? Optional.of(CallEnd.HEARD) : Optional.empty();
    }

    @Override
    public String words() {
      return call.words();
    }

    @Override
    public Ask ask() {
      return call.ask();
    }

    @Override
    public Reply confirmed() {
      Reply reply = call.key().get();
      confirmed = reply != Reply.FAILED;
      return reply;
    }

    @Override
    public void heard() {
      heard = true;
    }

    @Override
    public void ended() {
      over.complete(true);
    }
  }
}
