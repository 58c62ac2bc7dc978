package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.queue.Hands;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queues, agents and estates as the database defines them.
 *
 * @param queues by code
 * @param agents by extension
 * @param estates the names, by id
 */
public record Book(
    Map<String, Queue> queues, Map<String, Person> agents, Map<EstateId, String> estates) {
  /** Nothing was read yet. */
  public static final Book EMPTY = new Book(Map.of(), Map.of(), Map.of());

  public Book {
    queues = Map.copyOf(queues);
    agents = Map.copyOf(agents);
    estates = Map.copyOf(estates);
  }

  /**
   * A queue.
   *
   * @param dialects codes of those that everybody in it speaks
   * @param estates that it serves; empty for all
   * @param hands what somebody has set by hand
   */
  public record Queue(
      String code, String title, Set<String> dialects, Set<EstateId> estates, Hands hands) {
    /** One that nobody has touched. */
    public Queue(String code, String title, Set<String> dialects, Set<EstateId> estates) {
      this(code, title, dialects, estates, Hands.NONE);
    }

    public Queue {
      dialects = Set.copyOf(dialects);
      estates = Set.copyOf(estates);
    }
  }

  /**
   * Who has a phone.
   *
   * @param name shown to colleagues; the extension where the phone is anybody's
   * @param estates whose callers she is for; empty for all
   * @param loan where she is for the time being; null for nowhere else
   */
  public record Person(String extension, String name, Set<EstateId> estates, @Nullable Loan loan) {
    public Person {
      estates = Set.copyOf(estates);
    }

    /** One who is where her skills want her. */
    public Person(String extension, String name, Set<EstateId> estates) {
      this(extension, name, estates, null);
    }
  }

  /**
   * The one queue where somebody is for the time being.
   *
   * @param queue code
   */
  public record Loan(String queue, Instant until) {}
}
