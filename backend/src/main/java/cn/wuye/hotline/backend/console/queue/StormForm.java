package cn.wuye.hotline.backend.console.queue;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.queue.StormMode;
import cn.wuye.hotline.backend.queue.edit.QueueHands;
import cn.wuye.hotline.backend.queue.edit.StormOrder;
import cn.wuye.hotline.backend.queue.edit.StormOrder.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A storm as it is set on a page.
 *
 * @param sound a recorded announcement; null or empty for none
 * @param synthesised {@code true} where the recording is to be played no more
 * @param seenStorm the mode that the page showed; null, as the next two, where it does not say
 * @param seen the announcement that it showed
 * @param seenRecording id of the recording that it showed, 0 for none; null or empty likewise
 */
public record StormForm(
    @Nullable String storm,
    @Nullable String announcement,
    @Nullable MultipartFile sound,
    @Nullable String synthesised,
    @Nullable String seenStorm,
    @Nullable String seen,
    @Nullable String seenRecording) {

  /** Empty when there is no such mode. */
  public Optional<StormOrder> order() throws IOException {
    Optional<byte[]> recording =
        sound == null || sound.isEmpty() ? Optional.empty() : Optional.of(bytes(sound));
    return Coded.find(StormMode.class, Objects.requireNonNullElse(storm, ""))
        .map(
            mode ->
                new StormOrder(
                    mode,
                    Objects.requireNonNullElse(announcement, ""),
                    recording,
                    "true".equals(synthesised),
                    stormSeen()));
  }

  private Optional<Seen> stormSeen() {
    String words = seen;
    if (words == null) {
      return Optional.empty();
    }
    return Coded.find(StormMode.class, Objects.requireNonNullElse(seenStorm, ""))
        .map(mode -> new Seen(mode, words, recordingSeen()));
  }

  private Optional<Long> recordingSeen() {
    return Optional.ofNullable(seenRecording)
        .filter(id -> id.matches("[0-9]{1,18}"))
        .map(Long::valueOf);
  }

  /** One byte more than is taken shows that it is too large. */
  private static byte[] bytes(MultipartFile sound) throws IOException {
    try (InputStream in = sound.getInputStream()) {
      return in.readNBytes(StormOrder.MAX_BYTES + 1);
    }
  }

  /** Why it was not taken, in words. */
  public static String why(QueueHands.Refused refused, Labels labels) {
    return refused.why().stream()
        .map(code -> labels.text("queues.announcement." + code, StormOrder.MAX_WORDS))
        .collect(Collectors.joining());
  }
}
