package cn.wuye.hotline.backend.floor;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What became of things by key between two moments.
 *
 * @param <T> what a thing is
 * @param put new or different, by key
 * @param gone keys of those that are no more
 */
public record Changes<T>(Map<String, T> put, Set<String> gone) {
  public Changes {
    put = new TreeMap<>(put);
    gone = new TreeSet<>(gone);
  }

  /** What has to be done to the first to make it the second. */
  public static <T> Changes<T> between(Map<String, T> before, Map<String, T> after) {
    Map<String, T> put = new TreeMap<>(after);
    put.entrySet().removeIf(thing -> thing.getValue().equals(before.get(thing.getKey())));
    Set<String> gone = new TreeSet<>(before.keySet());
    gone.removeAll(after.keySet());
    return new Changes<>(put, gone);
  }

  public boolean none() {
    return put.isEmpty() && gone.isEmpty();
  }

  /** Does it to a copy. */
  public Map<String, T> applied(Map<String, T> before) {
    Map<String, T> after = new TreeMap<>(before);
    after.keySet().removeAll(gone);
    after.putAll(put);
    return after;
  }
}
