package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.ivr.agi.TelephoneFigures;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.AmiStatus;
import cn.wuye.hotline.router.ami.BlindSpan;
import cn.wuye.hotline.router.exchange.Exchange;
import cn.wuye.hotline.router.exchange.ExchangeFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** The telephone's parts, each as a health indicator of its own. */
final class TelephonyHealth {
  /** Works, but not fully: callers press keys, or Asterisk rings by itself. */
  static final Status DEGRADED = new Status("DEGRADED");

  private static final Pattern FAILED_REGISTRATION =
      Pattern.compile("Rejected|Unregistered|Timeout|Unreachable|No Authentication");

  private TelephonyHealth() {}

  static HealthIndicator ami(AmiConnection connection) {
    return () -> {
      AmiStatus status = connection.status();
      List<BlindSpan> blind = status.blindSpans();
      Health.Builder health =
          Health.status(status.up() ? Status.UP : DEGRADED)
              .withDetail("description", status.description())
              .withDetail("since", status.since().toString())
              .withDetail("blindSpans", blind.size());
      if (status.state() == AmiStatus.State.REFUSED) {
        health.withDetail("state", "refused");
      } else if (status.up() && !blind.isEmpty()) {
        BlindSpan last = blind.get(blind.size() - 1);
        health
            .withDetail("state", "back")
            .withDetail("lostAt", last.from().toString())
            .withDetail("lostSeconds", Duration.between(last.from(), last.to()).toSeconds());
      }
      return health.build();
    };
  }

  /** Unknown while nothing was asked: then the connection itself is what is the matter. */
  static HealthIndicator asterisk(Exchange exchange) {
    return () -> {
      ExchangeFacts facts = exchange.facts();
      if (facts.version().isEmpty()) {
        return Health.unknown().build();
      }
      Health.Builder health = Health.up().withDetail("version", facts.version().get());
      facts.startedAt().ifPresent(since -> health.withDetail("since", since.toString()));
      return health.withDetail("state", facts.startedAt().isPresent() ? "ok" : "young").build();
    };
  }

  /** The carrier's line, by the last OPTIONS and the last news of its registration. */
  static HealthIndicator trunk(Exchange exchange) {
    return () -> {
      ExchangeFacts facts = exchange.facts();
      if (facts.version().isEmpty()) {
        return Health.unknown().build();
      }
      String registration = facts.registration().orElse("");
      String state =
          switch (facts.carrier()) {
            case NONE -> "none";
            case ANSWERS -> "ok";
            case SILENT -> "silent";
            case UNKNOWN -> "unasked";
          };
      if (!state.equals("none") && FAILED_REGISTRATION.matcher(registration).matches()) {
        state = "unregistered";
      }
      boolean bad = state.equals("unregistered") || state.equals("silent");
      return Health.status(bad ? DEGRADED : Status.UP)
          .withDetail("state", state)
          .withDetail("registration", registration)
          .build();
    };
  }

  static HealthIndicator telephone(TelephoneStart telephone) {
    return () ->
        telephone
            .figures()
            .map(TelephonyHealth::open)
            .orElseGet(() -> Health.down().withDetail("description", "closed").build());
  }

  /**
   * @param since when the model was loaded
   */
  static HealthIndicator speech(SpeechRecognizer recognizer, Instant since) {
    return () -> {
      SpeechRecognizer.Status status = recognizer.status();
      return Health.status(status.available() ? Status.UP : DEGRADED)
          .withDetail("description", status.description())
          .withDetail("since", since.toString())
          .withDetail("open", status.open())
          .withDetail("created", status.created())
          .build();
    };
  }

  private static Health open(TelephoneFigures figures) {
    return Health.up()
        .withDetail("calls", figures.calls())
        .withDetail("audioStreams", figures.streams())
        .withDetail("framesSent", figures.frames())
        .withDetail("framesLate", figures.lateFrames())
        .build();
  }
}
