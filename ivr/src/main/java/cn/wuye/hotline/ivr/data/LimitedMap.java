package cn.wuye.hotline.ivr.data;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that forgets its eldest entry when it has more than so many. Not safe for several threads.
 */
public final class LimitedMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  private LimitedMap(int most, boolean byUse) {
    super(16, 0.75f, byUse);
    this.most = most;
  }

  /** The eldest is the one that was put in longest ago. */
  public static <K, V> Map<K, V> byAge(int most) {
    return new LimitedMap<>(most, false);
  }

  /** The eldest is the one that was neither put in nor looked up for longest. */
  public static <K, V> Map<K, V> byUse(int most) {
    return new LimitedMap<>(most, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
