package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.data.DataFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of days and of parts of days, from data; what is taken back does not count. */
final class TimeWords {
  /** "下午都没空" takes the afternoon back as "下午没空" does. */
  private static final String BETWEEN = "(?:我|都|也|可能|就|还|要|又|家里|时间){0,2}";

  private static final Pattern FORBIDDEN = Pattern.compile("(?:别|莫|不要|不想|除了)$");

  private final List<Entry<Integer>> days;
  private final List<Entry<DayPart>> parts;
  private final List<String> soon;
  private final List<String> later;
  private final Pattern takenBack;

  TimeWords(DataFile file) {
    days = entries(file.mapping("days"), Integer::valueOf);
    parts = entries(file.mapping("parts"), code -> DayPart.valueOf(code.toUpperCase(Locale.ROOT)));
    soon = standard(file.requiredTexts("soon"));
    later = standard(file.requiredTexts("later"));
    takenBack =
        Pattern.compile(BETWEEN + "(?:" + String.join("|", file.requiredTexts("not-then")) + ")");
  }

  private record Entry<T>(String word, T value) {}

  /** A word that was said and meant. */
  record Said<T>(T value, int from, int to) {}

  private static <T> List<Entry<T>> entries(DataFile file, Function<String, T> value) {
    List<Entry<T>> entries = new ArrayList<>();
    for (String code : file.keys()) {
      for (String word : standard(file.requiredTexts(code))) {
        entries.add(new Entry<>(word, value.apply(code)));
      }
    }
    entries.sort(Comparator.comparingInt((Entry<T> each) -> each.word.length()).reversed());
    return List.copyOf(entries);
  }

  private static List<String> standard(List<String> words) {
    return words.stream().map(StandardWords::of).toList();
  }

  /** The day that is named last, counted from today. */
  Optional<Said<Integer>> day(String text) {
    return last(days, text);
  }

  /** The part of the day that is named last. */
  Optional<Said<DayPart>> part(String text) {
    return last(parts, text);
  }

  /** Whether it is to be in a little while. */
  boolean soon(String text) {
    return soon.stream().anyMatch(text::contains);
  }

  /** Whether it is to be later, without saying when. */
  boolean later(String text) {
    return later.stream().anyMatch(text::contains);
  }

  /** Whether what stands between the two indexes is taken back by what is around it. */
  boolean takenBack(String text, int from, int to) {
    Matcher after = takenBack.matcher(text).region(to, text.length());
    return after.lookingAt() || FORBIDDEN.matcher(text.substring(0, from)).find();
  }

  private <T> Optional<Said<T>> last(List<Entry<T>> entries, String text) {
    List<Said<T>> said = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int from = at;
      Optional<Entry<T>> entry =
          entries.stream().filter(each -> text.startsWith(each.word, from)).findFirst();
      at += entry.map(each -> each.word.length()).orElse(1);
      if (entry.isPresent() && !takenBack(text, from, at)) {
        said.add(new Said<>(entry.get().value, from, at));
      }
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(said.get(said.size() - 1));
  }
}
