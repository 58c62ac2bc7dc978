package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.campaign.LinesNow;
import cn.wuye.hotline.backend.survey.campaign.SurveyRing;
import cn.wuye.hotline.backend.survey.campaign.SurveyTelephone;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCalls;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Phones residents for surveys through the call router; Asterisk brings whoever answers to the
 * telephone, which asks here for the survey.
 */
final class RouterSurveyor implements SurveyTelephone {
  static final String CONTEXT = "hotline-survey";
  static final String EXTENSION = "s";
  static final String SURVEY = "HOTLINE_SURVEY";
  static final String CALLEE = "HOTLINE_CALLEE";

  private static final Logger LOG = LoggerFactory.getLogger(RouterSurveyor.class);

  /** From the answer to the script: Asterisk listens for four seconds whether it is a machine. */
  private static final Duration BEGINNING = Duration.ofSeconds(12);

  /** A survey takes 90 s; a talk with a person may follow. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final BiFunction<String, OriginateRequest, Ring> router;
  private final Here here;
  private final SurveyCalls surveys;
  private final String shownNumber;
  private final ScheduledExecutorService timer;
  private final Map<String, SurveyRinging> calls = new ConcurrentHashMap<>();

  /** What goes on in this node. */
  interface Here {
    /** Whether Asterisk can be asked, what is known of it is the present, and calls are taken. */
    boolean ready();

    Collection<LiveChannel> channels();

    /** For how many callers a person is being rung. */
    int waiting();
  }

  /**
   * @param surveys where the survey of a call is found by its name
   * @param shownNumber what the rung phone shows
   */
  RouterSurveyor(
      BiFunction<String, OriginateRequest, Ring> router,
      Here here,
      SurveyCalls surveys,
      String shownNumber,
      ScheduledExecutorService timer) {
    this.router = router;
    this.here = here;
    this.surveys = surveys;
    this.shownNumber = shownNumber;
    this.timer = timer;
  }

  @Override
  public LinesNow lines(String trunk) {
    String ofTrunk = "PJSIP/" + trunk + "-";
    int others =
        (int)
            here.channels().stream()
                .filter(channel -> channel.name().startsWith(ofTrunk))
                .filter(channel -> !PlacedCall.ours(channel.linkedId()))
                .count();
    return new LinesNow(here.ready(), others, here.waiting());
  }

  /** The survey that an answered call was made for; empty when nobody waits for it any more. */
  Optional<SurveyCall> find(String id) {
    SurveyRinging ringing = calls.get(id);
    return ringing == null ? Optional.empty() : surveys.find(id).flatMap(ringing::begin);
  }

  @Override
  public CompletableFuture<CallOutcome> phone(SurveyRing call) {
    SurveyRinging ringing = new SurveyRinging();
    calls.put(call.id(), ringing);
    ringing.outcome().thenRun(() -> calls.remove(call.id()));
    try {
      Ring ring = router.apply(call.id(), request(call));
      ringing.rings(ring);
      ring.outcome().thenAccept(outcome -> rung(call, ringing, outcome));
    } catch (RuntimeException refused) {
      LOG.error("{} could not be placed", call, refused);
      ringing.overUnlessAsked(CallOutcome.CONGESTION);
    }
    return ringing.outcome();
  }

  private void rung(SurveyRing call, SurveyRinging ringing, RingOutcome outcome) {
    LOG.info("{}: the phone: {}", call, outcome);
    if (outcome == RingOutcome.ANSWERED) {
      // Who hangs up while Asterisk listens never comes to the script.
      later(() -> ringing.overUnlessAsked(CallOutcome.HUNG_UP), BEGINNING);
      later(ringing::tooLong, LONGEST);
    } else {
      ringing.overUnlessAsked(failed(outcome));
    }
  }

  private void later(Runnable what, Duration after) {
    timer.schedule(what, after.toMillis(), TimeUnit.MILLISECONDS);
  }

  private OriginateRequest request(SurveyRing call) {
    return new OriginateRequest(
        // Not optimised away (/n): the script belongs to this channel.
        "Local/" + call.number().digits() + "@" + RouterRinger.OUTBOUND + "/n",
        CONTEXT,
        EXTENSION,
        shownNumber,
        call.ring(),
        Map.of(SURVEY, call.id(), CALLEE, call.number().digits()));
  }

  private static CallOutcome failed(RingOutcome outcome) {
    return switch (outcome) {
      case ANSWERED, NO_ANSWER -> CallOutcome.NO_ANSWER;
      case BUSY -> CallOutcome.BUSY;
      case REJECTED -> CallOutcome.REJECTED;
      case UNREACHABLE -> CallOutcome.UNREACHABLE;
      case CONGESTED, UNAVAILABLE -> CallOutcome.CONGESTION;
    };
  }
}
