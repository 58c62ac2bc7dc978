package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.survey.store.ResidentWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a resident wants to be called, as people type it: {@code 18:00-20:00,09:00-10:00}, also with
 * Chinese punctuation and with one digit for the hour.
 *
 * @param frames in the order of the day; meaningless when something is wrong
 * @param fault null when nothing is wrong
 */
record PreferredHours(List<Frame> frames, ResidentDesk.@Nullable Wrong fault) {

  static PreferredHours of(String typed) {
    String plain = typed.replace('：', ':').replaceAll("[~－—–至到]", "-");
    List<Frame> frames = new ArrayList<>();
    for (String part : plain.split("[,，、;；\\n]", -1)) {
      String text = part.replaceAll("\\s", "").replaceAll("(?<![0-9])([0-9]):", "0$1:");
      if (text.isEmpty()) {
        continue;
      }
      try {
        frames.add(Frame.parse(text));
      } catch (IllegalArgumentException noFrame) {
        return wrong("residents.error.preferred", part.strip());
      }
    }
    List<Frame> ordered = frames.stream().sorted().toList();
    for (int n = 1; n < ordered.size(); n++) {
      if (ordered.get(n).from() < ordered.get(n - 1).to()) {
        return wrong(
            "residents.error.preferred.overlap", ordered.get(n - 1) + ", " + ordered.get(n));
      }
    }
    return ordered.size() > ResidentWish.MOST
        ? wrong("residents.error.preferred.many", String.valueOf(ResidentWish.MOST))
        : new PreferredHours(ordered, null);
  }

  /** What is wrong; empty when nothing is. */
  Optional<ResidentDesk.Wrong> wrong() {
    return Optional.ofNullable(fault);
  }

  /** As it would be typed. */
  static String written(ResidentWish wish) {
    return wish.preferred().stream().map(Frame::toString).collect(Collectors.joining(","));
  }

  private static PreferredHours wrong(String message, String argument) {
    return new PreferredHours(List.of(), new ResidentDesk.Wrong(message, argument));
  }
}
