package cn.wuye.hotline.backend.message.callback;

import cn.wuye.hotline.backend.message.IncomingText;
import cn.wuye.hotline.backend.message.channel.TwilioCallbacks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Twilio hands on what people answer, or send of their own accord. */
@RestController
class TwilioReplyController {
  private static final Logger log = LoggerFactory.getLogger(TwilioReplyController.class);

  /** In its language: that nothing is to be answered. */
  private static final String NOTHING = "<Response/>";

  private final TwilioCallbacks callbacks;
  private final Takers takers;

  TwilioReplyController(TwilioCallbacks callbacks, Takers takers) {
    this.callbacks = callbacks;
    this.takers = takers;
  }

  @PostMapping(TwilioCallbacks.REPLIES)
  ResponseEntity<String> received(
      @RequestParam(name = "From", defaultValue = "") String from,
      @RequestParam(name = "Body", defaultValue = "") String words,
      @RequestParam(name = "MessageSid", defaultValue = "") String id,
      @RequestHeader(name = "X-Twilio-Signature", defaultValue = "") String signature,
      HttpServletRequest request) {
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    if (!callbacks.genuine(
        TwilioCallbacks.REPLIES, query, SignedForm.of(request, query), signature)) {
      log.warn("a text that Twilio did not sign was refused; nothing is kept");
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    if (from.isBlank() || id.isBlank()) {
      return ResponseEntity.badRequest().build();
    }
    return takers.take(List.of(new IncomingText("twilio", id, from, words)))
        ? ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NOTHING)
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
  }
}
