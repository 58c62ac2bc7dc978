package cn.wuye.hotline.backend.floor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The latest part of every node that this one knows of. Safe for several threads. */
public final class Floor {
  private final Map<String, FloorNow.Held> parts = new TreeMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Told after each change, on the thread that made it; must return quickly. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  /** A node tells how it is there. */
  public void take(NodePart part) {
    if (put(part)) {
      listeners.forEach(Runnable::run);
    }
  }

  private synchronized boolean put(NodePart part) {
    FloorNow.Held fresh = new FloorNow.Held(part, null);
    return !fresh.equals(parts.put(part.node(), fresh));
  }

  /**
   * A node is not heard any more. Nothing when it never was.
   *
   * @param since when it was last heard
   */
  public void cut(String node, Instant since) {
    if (mark(node, since)) {
      listeners.forEach(Runnable::run);
    }
  }

  private synchronized boolean mark(String node, Instant since) {
    FloorNow.Held known = parts.get(node);
    if (known == null || known.cutSince() != null) {
      return false;
    }
    parts.put(node, new FloorNow.Held(known.part(), since));
    return true;
  }

  /** A node is gone on purpose: nobody waits there. */
  public void forget(String node) {
    if (drop(node)) {
      listeners.forEach(Runnable::run);
    }
  }

  private synchronized boolean drop(String node) {
    return parts.remove(node) != null;
  }

  /** A node's part; empty when it never told one. */
  public synchronized Optional<NodePart> part(String node) {
    return Optional.ofNullable(parts.get(node)).map(FloorNow.Held::part);
  }

  /** One view over all. */
  public synchronized FloorNow now(Instant at) {
    return FloorNow.of(List.copyOf(parts.values()), at);
  }
}
