package cn.wuye.hotline.backend.console.floor;

import cn.wuye.hotline.backend.console.Labels;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A sentence for whom asked for a step. */
@Component
class Said {
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final Labels labels;

  Said(Labels labels) {
    this.labels = labels;
  }

  ResponseEntity<String> of(HttpStatus status, String key, Object... arguments) {
    return words(status, labels.text(key, arguments));
  }

  /** A sentence that is made already. */
  ResponseEntity<String> words(HttpStatus status, String sentence) {
    return ResponseEntity.status(status).contentType(TEXT).body(sentence);
  }

  /** What came of it: the key is {@code group.no-seat} for {@code NO_SEAT}. */
  ResponseEntity<String> of(HttpStatus status, String group, Enum<?> outcome) {
    return of(status, group + "." + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
