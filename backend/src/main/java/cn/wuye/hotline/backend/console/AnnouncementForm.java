package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.related.incident.Announcement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What callers are to hear, as it was typed.
 *
 * @param buildings separated by commas or the like
 * @param until local time, as the browser sends it
 */
record AnnouncementForm(
    @Nullable Long version,
    @Nullable String announcement,
    @Nullable String buildings,
    @Nullable String until) {

  long seen() {
    return version == null ? -1 : version;
  }

  /** What is wrong with it, as a sentence; empty when nothing is. */
  Optional<String> wrong(Labels labels, Instant now) {
    String words = words();
    if (words.isEmpty() || Text.length(words) > Announcement.MAX_WORDS) {
      return Optional.of(labels.text("error.announcement", Announcement.MAX_WORDS));
    }
    try {
      Instant end = end();
      return end != null && !end.isAfter(now)
          ? Optional.of(labels.text("error.until"))
          : Optional.empty();
    } catch (DateTimeException unreadable) {
      return Optional.of(labels.text("error.until"));
    }
  }

  /** Only when nothing is wrong with it. */
  Announcement announced() {
    return new Announcement(words(), names(), end());
  }

  private String words() {
    return announcement == null ? "" : announcement.strip();
  }

  private List<String> names() {
    return buildings == null
        ? List.of()
        : Arrays.stream(buildings.split("[、,，;；\\s]+", -1))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
  }

  private @Nullable Instant end() {
    return until == null || until.isBlank()
        ? null
        : LocalDateTime.parse(until.strip()).atZone(Labels.ZONE).toInstant();
  }
}
