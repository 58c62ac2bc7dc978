package cn.wuye.hotline.backend.floor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Things by key, told as a whole once and as numbered changes from then on; who was away is told
 * what she missed. Safe for several threads.
 *
 * @param <T> what a thing is
 */
public final class Feed<T> {
  /** So many changes are told again. */
  public static final int KEPT = 500;

  private final String name;
  private final Function<Changes<T>, String> text;
  private final Deque<Step> steps = new ArrayDeque<>();
  private Map<String, T> things = Map.of();
  private long number;

  /**
   * A message.
   *
   * @param id for {@code Last-Event-ID}: name and number
   * @param whole whether what was known before is void
   * @param text as it is sent
   */
  public record Message(String id, boolean whole, String text) {}

  private record Step(long number, String text) {}

  /**
   * @param name tells this feed from every other: letters and digits
   * @param text writes changes
   */
  public Feed(String name, Function<Changes<T>, String> text) {
    this.name = name;
    this.text = text;
  }

  /** Takes how it is now; what to tell of it, if anything changed. */
  public synchronized Optional<Message> update(Map<String, T> fresh) {
    Changes<T> changes = Changes.between(things, fresh);
    if (changes.none()) {
      return Optional.empty();
    }
    things = new TreeMap<>(fresh);
    number++;
    Step step = new Step(number, text.apply(changes));
    steps.add(step);
    if (steps.size() > KEPT) {
      steps.remove();
    }
    return Optional.of(new Message(id(step.number()), false, step.text()));
  }

  /**
   * What to tell somebody who begins to listen.
   *
   * @param lastId the last message that she has; may be empty, or of another feed
   */
  public synchronized List<Message> since(String lastId) {
    Optional<Long> last = number(lastId);
    if (last.isEmpty() || last.get() > number || !known(last.get())) {
      Changes<T> all = Changes.between(Map.of(), things);
      return List.of(new Message(id(number), true, text.apply(all)));
    }
    return steps.stream()
        .filter(step -> step.number() > last.get())
        .map(step -> new Message(id(step.number()), false, step.text()))
        .toList();
  }

  private boolean known(long last) {
    return last == number || !steps.isEmpty() && steps.getFirst().number() <= last + 1;
  }

  private Optional<Long> number(String id) {
    String start = name + "-";
    return id.startsWith(start) && id.substring(start.length()).matches("[0-9]{1,18}")
        ? Optional.of(Long.parseLong(id.substring(start.length())))
        : Optional.empty();
  }

  private String id(long of) {
    return name + "-" + of;
  }
}
