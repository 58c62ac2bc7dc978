package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.ivr.agi.TelephoneFigures;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.AmiStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** The telephone's parts, each as a health indicator of its own. */
final class TelephonyHealth {
  /** Works, but not fully: callers press keys, or Asterisk rings by itself. */
  static final Status DEGRADED = new Status("DEGRADED");

  private TelephonyHealth() {}

  static HealthIndicator ami(AmiConnection connection) {
    return () -> {
      AmiStatus status = connection.status();
      return Health.status(status.up() ? Status.UP : DEGRADED)
          .withDetail("description", status.description())
          .withDetail("since", status.since().toString())
          .withDetail("blindSpans", status.blindSpans().size())
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

  static HealthIndicator speech(SpeechRecognizer recognizer) {
    return () -> {
      SpeechRecognizer.Status status = recognizer.status();
      return Health.status(status.available() ? Status.UP : DEGRADED)
          .withDetail("description", status.description())
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
