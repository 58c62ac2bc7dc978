package cn.wuye.hotline.backend.message.callback;

import cn.wuye.hotline.backend.message.channel.TwilioCallbacks;
import cn.wuye.hotline.backend.message.outbox.DeliveryReports;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Twilio tells what became of a message. */
@RestController
class TwilioCallbackController {
  private static final Logger log = LoggerFactory.getLogger(TwilioCallbackController.class);

  private final TwilioCallbacks callbacks;
  private final DeliveryReports reports;

  TwilioCallbackController(TwilioCallbacks callbacks, DeliveryReports reports) {
    this.callbacks = callbacks;
    this.reports = reports;
  }

  @PostMapping(TwilioCallbacks.PATH)
  ResponseEntity<Void> told(
      @RequestParam(defaultValue = "0") long message,
      @RequestParam(defaultValue = "0") int attempt,
      @RequestParam(name = "MessageStatus", defaultValue = "") String status,
      @RequestParam(name = "ErrorCode", defaultValue = "") String error,
      @RequestHeader(name = "X-Twilio-Signature", defaultValue = "") String signature,
      HttpServletRequest request) {
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    if (!callbacks.genuine(TwilioCallbacks.PATH, query, SignedForm.of(request, query), signature)) {
      log.warn("a call-back that Twilio did not sign was refused; nothing is changed");
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    reports.told(message, attempt, status, error);
    return ResponseEntity.noContent().build();
  }
}
