package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see of what goes on, by the estates she sees. What does not stand in the book
 * (made by hand in Asterisk) is for those who see everything.
 */
public record Watcher(EstateScope scope) {

  /** A queue for any of her estates, or for all. */
  public boolean sees(Book.@Nullable Queue queue) {
    return queue == null ? scope.all() : touches(queue.estates());
  }

  /** Whether everybody who waits there is hers: only then do its figures tell of no others. */
  public boolean seesWhole(Book.@Nullable Queue queue) {
    return queue == null ? scope.all() : covers(queue.estates());
  }

  /** Who belongs to one of her estates; of whom it is not known: where the whole queue is hers. */
  public boolean sees(Caller caller, Book.@Nullable Queue queue) {
    EstateId estate = EstateId.find(caller.estate()).orElse(null);
    return sees(queue) && (estate == null ? seesWhole(queue) : scope.sees(estate));
  }

  /** Who calls from one of her estates; of whom it is not known: those who see everything. */
  public boolean sees(MachineCaller caller) {
    return EstateId.find(caller.estate()).map(scope::sees).orElse(scope.all());
  }

  /**
   * The talk of an agent, where it may be stepped into: of one whom she leads, with a caller of one
   * of her estates; of whom that is not known: who waited in a queue that is hers.
   */
  public Optional<Agent.Talk> talk(Agent agent, Book book) {
    return leads(book.agents().get(agent.extension()))
        ? Optional.ofNullable(agent.talk()).filter(talk -> sees(talk, book))
        : Optional.empty();
  }

  private boolean sees(Agent.Talk talk, Book book) {
    Book.Queue queue = book.queues().get(talk.queue());
    EstateId estate = EstateId.find(talk.estate()).orElse(null);
    return estate == null
        ? seesWhole(queue)
        : scope.sees(estate) && (talk.queue().isEmpty() || sees(queue));
  }

  /** Who works for any of her estates, or for all. */
  public boolean sees(Book.@Nullable Person agent) {
    return agent == null ? scope.all() : touches(agent.estates());
  }

  /** Whether what is done to the agent touches no estate but hers. */
  public boolean leads(Book.@Nullable Person agent) {
    return agent == null ? scope.all() : covers(agent.estates());
  }

  private boolean touches(Set<EstateId> estates) {
    return scope.all() || estates.isEmpty() || estates.stream().anyMatch(scope::sees);
  }

  private boolean covers(Set<EstateId> estates) {
    return scope.all() || !estates.isEmpty() && estates.stream().allMatch(scope::sees);
  }
}
