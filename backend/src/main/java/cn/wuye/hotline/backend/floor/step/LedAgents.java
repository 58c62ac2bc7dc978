package cn.wuye.hotline.backend.floor.step;

import cn.wuye.hotline.backend.floor.Book;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.FloorNow.PlacedAgent;
import cn.wuye.hotline.backend.floor.Watcher;
import cn.wuye.hotline.backend.floor.book.Books;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Finds the agents with whom something may be done. */
@Component
class LedAgents {
  private final Floor floor;
  private final Books books;
  private final Clock clock;

  LedAgents(Floor floor, Books books, Clock clock) {
    this.floor = floor;
    this.books = books;
    this.clock = clock;
  }

  /**
   * Who is signed in with this phone, as far as she who asks can see.
   *
   * @throws AccessDeniedException when she leads no agents, or this one works for others, too
   */
  Optional<PlacedAgent> find(String extension, SignedInUser me) {
    if (!me.leadsAgents()) {
      throw new AccessDeniedException("steps are for supervisors");
    }
    Watcher watcher = new Watcher(me.scope());
    Book.Person person = books.now().agents().get(extension);
    Optional<PlacedAgent> there =
        floor.now(clock.instant()).agents().stream()
            .filter(placed -> placed.agent().extension().equals(extension))
            .filter(placed -> watcher.sees(person))
            .findFirst();
    if (there.isPresent() && !watcher.leads(person)) {
      throw new AccessDeniedException("the agent works for other estates, too");
    }
    return there;
  }
}
