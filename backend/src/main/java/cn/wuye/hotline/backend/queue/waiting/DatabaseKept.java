package cn.wuye.hotline.backend.queue.waiting;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.queue.LastAgents;
import cn.wuye.hotline.backend.queue.callback.CallBacks;
import cn.wuye.hotline.backend.queue.callback.Place;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the database, and goes on without it. */
@Component
class DatabaseKept implements Kept {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseKept.class);
  private static final Duration BUDGET = Duration.ofMillis(900);

  private final OlderCallers older;
  private final CallBacks callBacks;
  private final LastAgents agents;
  private final DatabaseGate gate;
  private final Clock clock;

  DatabaseKept(
      OlderCallers older, CallBacks callBacks, LastAgents agents, DatabaseGate gate, Clock clock) {
    this.older = older;
    this.callBacks = callBacks;
    this.agents = agents;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public Known of(PhoneNumber number) {
    return ask(
        () -> {
          Optional<Instant> since = callBacks.takeBack(number);
          return new Known(older.has(number), since, callBacks.active(number), agents.of(number));
        },
        Known.NOTHING);
  }

  @Override
  public boolean callBack(Place place) {
    return ask(() -> callBacks.ask(place), false);
  }

  @Override
  public void gaveUp(Place place, boolean phonesBack) {
    ask(
        () -> {
          callBacks.gaveUp(place, phonesBack);
          return true;
        },
        false);
  }

  @Override
  public void talked(PhoneNumber number, String agent) {
    ask(
        () -> {
          agents.talked(number, agent, Utc.now(clock));
          callBacks.talked(number);
          return true;
        },
        false);
  }

  private <T> T ask(Supplier<T> work, T otherwise) {
    try {
      return gate.run(BUDGET, work);
    } catch (DatabaseAwayException away) {
      LOG.warn("Queues go on without the database: {}", away.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Queues go on without what the database should have kept", e);
    }
    return otherwise;
  }
}
