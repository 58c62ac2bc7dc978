package cn.wuye.hotline.backend.message.callback;

import cn.wuye.hotline.backend.message.IncomingText;
import cn.wuye.hotline.backend.message.channel.HttpReplies;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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

/**
 * Any other provider hands on what people answer. It shows the shared secret in the address ({@code
 * ?key=}) or in a header, or signs a JSON body with it.
 */
@RestController
class HttpReplyController {
  private static final Logger log = LoggerFactory.getLogger(HttpReplyController.class);
  private static final int MAX_BYTES = 64 * 1024;

  /** What most of them take for "received". */
  private static final String TAKEN = "{\"code\":0,\"msg\":\"ok\"}";

  private final HttpReplies replies;
  private final Takers takers;

  HttpReplyController(HttpReplies replies, Takers takers) {
    this.replies = replies;
    this.takers = takers;
  }

  @PostMapping(path = HttpReplies.PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> form(
      @RequestParam(defaultValue = "") String key,
      @RequestHeader(name = "X-Hotline-Key", defaultValue = "") String header,
      HttpServletRequest request) {
    if (!replies.known(key.isEmpty() ? header : key)) {
      return refused();
    }
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    try {
      return take(List.of(replies.read(SignedForm.of(request, query))));
    } catch (IllegalArgumentException unreadable) {
      return unreadable(unreadable);
    }
  }

  @PostMapping(HttpReplies.PATH)
  ResponseEntity<String> json(
      @RequestParam(defaultValue = "") String key,
      @RequestHeader(name = "X-Hotline-Key", defaultValue = "") String header,
      @RequestHeader(name = "X-Hotline-Signature", defaultValue = "") String signature,
      HttpServletRequest request)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
    }
    boolean known =
        signature.isEmpty()
            ? replies.known(key.isEmpty() ? header : key)
            : replies.signed(body, signature);
    if (!known) {
      return refused();
    }
    try {
      return take(replies.read(body));
    } catch (IllegalArgumentException unreadable) {
      return unreadable(unreadable);
    }
  }

  private ResponseEntity<String> take(List<IncomingText> texts) {
    return takers.take(texts)
        ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(TAKEN)
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
  }

  private static ResponseEntity<String> refused() {
    log.warn("a text whose sender does not know the secret was refused; nothing is kept");
    return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
  }

  private static ResponseEntity<String> unreadable(IllegalArgumentException why) {
    log.warn("what the SMS provider handed on cannot be read: {}", why.getMessage());
    return ResponseEntity.badRequest().build();
  }
}
