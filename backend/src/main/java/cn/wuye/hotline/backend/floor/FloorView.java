package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.floor.FloorNow.PlacedAgent;
import cn.wuye.hotline.backend.floor.FloorNow.PlacedCaller;
import cn.wuye.hotline.backend.floor.FloorNow.PlacedMachineCaller;
import cn.wuye.hotline.backend.floor.Item.AgentItem;
import cn.wuye.hotline.backend.floor.Item.AlarmItem;
import cn.wuye.hotline.backend.floor.Item.CallerItem;
import cn.wuye.hotline.backend.floor.Item.FigureItem;
import cn.wuye.hotline.backend.floor.Item.MachineItem;
import cn.wuye.hotline.backend.floor.Item.NodeItem;
import cn.wuye.hotline.backend.floor.Item.QueueItem;
import cn.wuye.hotline.backend.queue.StormAnnouncement;
import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.ServiceLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What goes on, as somebody may see it: things by key. A key says by its first letter what the
 * thing is: {@code n} a node, {@code q} a queue, {@code f} figures, {@code c} a caller, {@code m}
 * one who talks with the machine, {@code a} an agent, {@code x} an alarm. What somebody may not see
 * is not in it.
 *
 * @param patience who waits longer does so for too long
 */
public record FloorView(FloorNow now, Book book, FloorFigures figures, Duration patience) {
  /** The key's end of the figures of everything that is seen. */
  public static final String ALL = "*";

  private static final double TENTHS = 10;
  private static final double SECOND = 1000;

  /** What a watcher sees at a moment. */
  public SortedMap<String, Item> of(Watcher watcher, Instant at) {
    SortedMap<String, Item> things = new TreeMap<>();
    for (FloorNow.Node node : now.nodes()) {
      things.put(
          "n:" + node.name(),
          new NodeItem(node.name(), node.standing().code(), node.since().toEpochMilli()));
    }
    List<PlacedCaller> callers = now.callers().stream().filter(c -> sees(watcher, c)).toList();
    List<PlacedAgent> agents =
        now.agents().stream()
            .filter(placed -> watcher.sees(person(placed.agent().extension())))
            .toList();
    callers.forEach(placed -> things.put("c:" + placed.caller().call(), caller(placed, watcher)));
    now.machine().stream()
        .filter(placed -> watcher.sees(placed.caller()))
        .forEach(placed -> things.put("m:" + placed.caller().call(), machine(placed)));
    agents.forEach(placed -> things.put("a:" + placed.agent().extension(), agent(placed, watcher)));
    QueueFigures all = QueueFigures.NONE;
    for (Book.Queue queue : book.queues().values()) {
      if (watcher.sees(queue)) {
        queue(things, queue, callers, agents, watcher.seesWhole(queue), at);
        if (watcher.seesWhole(queue)) {
          QueueFigures figured = figures.queue(queue.code());
          things.put("f:" + queue.code(), figure(queue.code(), figured, AgentSums.NONE));
          all = all.plus(figured);
        }
      }
    }
    things.put("f:" + ALL, figure(ALL, all, together(agents)));
    return things;
  }

  private void queue(
      SortedMap<String, Item> things,
      Book.Queue queue,
      List<PlacedCaller> callers,
      List<PlacedAgent> agents,
      boolean leads,
      Instant at) {
    StormAnnouncement announcement = queue.hands().announcement();
    List<PlacedCaller> hers = waiting(queue, callers);
    List<PlacedAgent> there =
        agents.stream().filter(a -> a.agent().queues().contains(queue.code())).toList();
    things.put(
        "q:" + queue.code(),
        new QueueItem(
            queue.code(),
            queue.title(),
            queue.dialects().stream().sorted().toList(),
            hers.size(),
            hers.stream().mapToLong(c -> c.caller().since().toEpochMilli()).min().orElse(0),
            count(there, doing -> doing == Doing.READY),
            count(there, doing -> doing.works() && doing != Doing.READY),
            count(there, doing -> !doing.works()),
            queue.hands().shut(),
            queue.hands().storm().code(),
            leads ? announcement.words() : "",
            leads ? announcement.recording().orElse(0) : 0,
            leads));
    for (Alarm alarm : Alarm.of(queue, hers, attended(queue), patience, at)) {
      Instant since = alarm.since();
      things.put(
          "x:" + alarm.kind().ordinal() + ":" + queue.code() + ":" + alarm.dialect(),
          new AlarmItem(
              alarm.kind().code(),
              alarm.kind().danger(),
              queue.title(),
              alarm.dialect(),
              since == null ? 0 : since.toEpochMilli()));
    }
  }

  /** All alarms, as who sees everything sees them. */
  public List<Alarm> alarms(Instant at) {
    return book.queues().values().stream()
        .flatMap(
            queue ->
                Alarm.of(queue, waiting(queue, now.callers()), attended(queue), patience, at)
                    .stream())
        .toList();
  }

  private static List<PlacedCaller> waiting(Book.Queue queue, List<PlacedCaller> callers) {
    return callers.stream().filter(c -> c.caller().queue().equals(queue.code())).toList();
  }

  /** By all agents: it is no alarm when those who are there are not hers. */
  private boolean attended(Book.Queue queue) {
    return now.agents().stream()
        .map(PlacedAgent::agent)
        .anyMatch(agent -> agent.queues().contains(queue.code()) && agent.doing().works());
  }

  private boolean sees(Watcher watcher, PlacedCaller placed) {
    return watcher.sees(placed.caller(), book.queues().get(placed.caller().queue()));
  }

  private Book.@Nullable Person person(String extension) {
    return book.agents().get(extension);
  }

  private CallerItem caller(PlacedCaller placed, Watcher watcher) {
    Caller caller = placed.caller();
    return new CallerItem(
        caller.call(),
        caller.queue(),
        placed.node(),
        placed.stale(),
        caller.since().toEpochMilli(),
        caller.phone(),
        estate(caller.estate()),
        caller.dialect(),
        caller.emergency(),
        caller.words(),
        watcher.seesWhole(book.queues().get(caller.queue())));
  }

  private MachineItem machine(PlacedMachineCaller placed) {
    MachineCaller caller = placed.caller();
    return new MachineItem(
        caller.call(),
        placed.node(),
        placed.stale(),
        caller.since().toEpochMilli(),
        caller.phone(),
        estate(caller.estate()),
        caller.dialect(),
        caller.emergency(),
        caller.prompt(),
        caller.words());
  }

  private String estate(String id) {
    return EstateId.find(id).map(estate -> book.estates().getOrDefault(estate, "")).orElse("");
  }

  private AgentItem agent(PlacedAgent placed, Watcher watcher) {
    Agent agent = placed.agent();
    Book.Person person = person(agent.extension());
    AgentSums today = figures.agent(agent.extension());
    Instant until = agent.until();
    Book.Loan loan = loan(person, watcher);
    return new AgentItem(
        agent.extension(),
        person == null ? agent.extension() : person.name(),
        placed.node(),
        placed.stale(),
        agent.doing().code(),
        agent.since().toEpochMilli(),
        until == null ? 0 : until.toEpochMilli(),
        agent.reason(),
        agent.queues().stream()
            .flatMap(code -> Optional.ofNullable(book.queues().get(code)).stream())
            .filter(queue -> watcher.sees(queue))
            .map(Book.Queue::title)
            .toList(),
        loan == null ? "" : title(loan.queue()),
        loan == null ? 0 : loan.until().toEpochMilli(),
        today.handled(),
        today.missed(),
        rounded(today.averageHandlingTime()),
        rounded(today.occupancy()),
        watcher.leads(person),
        watcher.talk(agent, book).map(Agent.Talk::call).orElse(""));
  }

  /** Null when she is lent to nobody, or to a queue that is not seen. */
  private Book.@Nullable Loan loan(Book.@Nullable Person person, Watcher watcher) {
    Book.Loan loan = person == null ? null : person.loan();
    return loan != null && watcher.sees(book.queues().get(loan.queue())) ? loan : null;
  }

  private String title(String code) {
    Book.Queue queue = book.queues().get(code);
    return queue == null ? code : queue.title();
  }

  private AgentSums together(List<PlacedAgent> agents) {
    AgentSums sums = AgentSums.NONE;
    for (PlacedAgent placed : agents) {
      sums = sums.plus(figures.agent(placed.agent().extension()));
    }
    return sums;
  }

  private static FigureItem figure(String code, QueueFigures figures, AgentSums agents) {
    CallSums today = figures.today();
    return new FigureItem(
        code,
        rounded(ServiceLevel.ABANDONS_AGAINST.of(today)),
        rounded(ServiceLevel.OF_ANSWERED.of(today)),
        rounded(today.averageSpeedOfAnswer()),
        rounded(today.abandonRate()),
        rounded(today.averageHandlingTime()),
        rounded(agents.occupancy()),
        tenths(today.longestWait() / SECOND),
        figures.callBacks(),
        today.offered(),
        today.answered(),
        today.abandoned(),
        figures.waiting(),
        figures.answered());
  }

  private static int count(List<PlacedAgent> agents, Predicate<Doing> which) {
    return (int) agents.stream().filter(placed -> which.test(placed.agent().doing())).count();
  }

  private static @Nullable Double rounded(OptionalDouble figure) {
    return figure.isPresent() ? tenths(figure.getAsDouble()) : null;
  }

  private static double tenths(double value) {
    return Math.round(value * TENTHS) / TENTHS;
  }
}
