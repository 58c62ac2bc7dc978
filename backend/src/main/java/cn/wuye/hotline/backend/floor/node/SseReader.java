package cn.wuye.hotline.backend.floor.node;

import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events line by line (WHATWG HTML, "Interpreting an event stream"): what a node
 * sends, so no {@code retry}.
 */
final class SseReader implements Flow.Subscriber<String> {
  /** A part is some hundred kilobytes at most: what is longer is no node's. */
  private static final int LONGEST = 8 * 1024 * 1024;

  private final Consumer<Event> events;
  private final StringBuilder data = new StringBuilder();
  private String name = "";
  private volatile Flow.@Nullable Subscription subscription;

  /**
   * One event.
   *
   * @param name empty when it has none
   * @param data its lines joined by line breaks
   */
  record Event(String name, String data) {}

  SseReader(Consumer<Event> events) {
    this.events = events;
  }

  @Override
  public void onSubscribe(Flow.Subscription fresh) {
    subscription = fresh;
    fresh.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    if (line.isEmpty()) {
      if (!data.isEmpty()) {
        Event event = new Event(name, data.substring(0, data.length() - 1));
        data.setLength(0);
        events.accept(event);
      }
      name = "";
      return;
    }
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1);
    value = value.startsWith(" ") ? value.substring(1) : value;
    if (field.equals("event")) {
      name = value;
    } else if (field.equals("data")) {
      data.append(value).append('\n');
      if (data.length() > LONGEST) {
        throw new IllegalStateException("an event of more than " + LONGEST + " characters");
      }
    }
  }

  /** Ends the connection. */
  void cancel() {
    Flow.Subscription current = subscription;
    if (current != null) {
      current.cancel();
    }
  }

  // The end is told by the answer's own future.
  @Override
  public void onError(Throwable broken) {}

  @Override
  public void onComplete() {}
}
