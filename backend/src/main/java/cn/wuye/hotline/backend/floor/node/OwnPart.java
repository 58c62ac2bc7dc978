package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.floor.Agent;
import cn.wuye.hotline.backend.floor.Caller;
import cn.wuye.hotline.backend.floor.Doing;
import cn.wuye.hotline.backend.floor.MachineCaller;
import cn.wuye.hotline.backend.floor.NodePart;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentState.Paused;
import cn.wuye.hotline.router.agent.AgentState.Ready;
import cn.wuye.hotline.router.agent.AgentState.Ringing;
import cn.wuye.hotline.router.agent.AgentState.Talking;
import cn.wuye.hotline.router.agent.AgentState.Unreachable;
import cn.wuye.hotline.router.agent.AgentState.WrapUp;
import cn.wuye.hotline.router.ami.SentCallers;
import cn.wuye.hotline.router.live.Placeholder;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesNow;
import cn.wuye.hotline.router.live.WaitingCaller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * This node's part, made of what the call router sees of its Asterisk. Remembers of each caller
 * when she first waited and what is known of her. Used by one thread at a time.
 */
final class OwnPart {
  private static final String PREFIX = "q-";

  private final String node;
  private final Function<String, Told> facts;
  private final Predicate<String> exists;
  private final BinaryOperator<String> talks;
  private final Map<String, Known> known = new HashMap<>();
  private boolean seen;
  private @Nullable Instant since;

  /**
   * A caller.
   *
   * @param first when she first waited
   * @param slice when she joined this time; what she tells, she tells between two slices
   * @param queue code; empty when she was never seen waiting
   */
  private record Known(Instant first, Instant slice, String queue, Told told) {}

  /**
   * @param facts what is known of a caller, by her channel
   * @param exists whether a channel is still there
   * @param talks the caller's channel, by the device that talks and by what its queue knows
   */
  OwnPart(
      String node,
      Function<String, Told> facts,
      Predicate<String> exists,
      BinaryOperator<String> talks) {
    this.node = node;
    this.facts = facts;
    this.exists = exists;
    this.talks = talks;
  }

  /**
   * The part at a moment.
   *
   * @param states by device; who is not signed in is not in it
   * @param machine who talk with the machine, as far as the machine knows
   */
  NodePart of(
      QueuesNow queues, Map<String, AgentState> states, List<MachineCaller> machine, Instant now) {
    Instant began = since;
    if (began == null || seen != queues.current()) {
      began = now;
      since = now;
      seen = queues.current();
    }
    List<Caller> callers = callers(queues);
    Set<String> waiting = callers.stream().map(Caller::call).collect(Collectors.toSet());
    return new NodePart(
        node,
        seen,
        began,
        callers,
        agents(queues, states, now),
        machine.stream().filter(caller -> !waiting.contains(caller.call())).toList());
  }

  private List<Caller> callers(QueuesNow queues) {
    List<Caller> callers = new ArrayList<>();
    Set<String> waiting = new HashSet<>();
    for (QueueView queue : queues.queues()) {
      for (WaitingCaller caller : queue.waiting()) {
        if (!Placeholder.is(caller.call())) {
          waiting.add(caller.call());
          callers.add(caller(code(queue.name()), caller));
        }
      }
    }
    // Between two slices she is asked something, and waits all the same.
    known.keySet().removeIf(call -> !waiting.contains(call) && !exists.test(call));
    return callers;
  }

  private Caller caller(String queue, WaitingCaller waiting) {
    Known before = known.get(waiting.call());
    Known now = before;
    if (now == null || !now.slice().equals(waiting.since()) || !now.queue().equals(queue)) {
      Instant first =
          before != null && before.first().isBefore(waiting.since())
              ? before.first()
              : waiting.since();
      // Of a call of another node the database is asked: not at every slice.
      Told told =
          before != null
                  && !before.told().phone().isEmpty()
                  && SentCallers.sentTo(node, waiting.call())
              ? before.told()
              : facts.apply(waiting.call());
      now = new Known(first, waiting.since(), queue, told);
      known.put(waiting.call(), now);
    }
    Told shown = now.told();
    return new Caller(
        waiting.call(),
        queue,
        now.first(),
        shown.phone(),
        shown.estate(),
        shown.dialect(),
        shown.emergency(),
        shown.words());
  }

  private List<Agent> agents(QueuesNow queues, Map<String, AgentState> states, Instant now) {
    Map<String, Set<String>> places = new HashMap<>();
    queues
        .queues()
        .forEach(
            queue ->
                queue
                    .members()
                    .forEach(
                        member ->
                            places
                                .computeIfAbsent(member.device(), device -> new TreeSet<>())
                                .add(code(queue.name()))));
    List<Agent> agents = new ArrayList<>();
    new TreeMap<>(states)
        .forEach(
            (device, state) -> {
              Doing doing = doing(state);
              if (doing != null) {
                agents.add(
                    new Agent(
                        device.substring(device.lastIndexOf('/') + 1),
                        doing,
                        state.since(),
                        state instanceof WrapUp wrapUp ? wrapUp.until() : null,
                        state instanceof Paused paused ? paused.reason() : "",
                        List.copyOf(places.getOrDefault(device, Set.of())),
                        state instanceof Talking talking
                            ? talk(device, talking.call(), now)
                            : null));
              }
            });
    return agents;
  }

  private Agent.@Nullable Talk talk(String device, String told, Instant now) {
    String call = talks.apply(device, told);
    if (call.isEmpty()) {
      return null;
    }
    // Whom a phone was rung for alone was never seen waiting.
    Known caller = known.computeIfAbsent(call, id -> new Known(now, now, "", facts.apply(id)));
    return new Agent.Talk(call, caller.queue(), caller.told().estate());
  }

  /** Null for who is not signed in. */
  private static @Nullable Doing doing(AgentState state) {
    if (state instanceof Ready) {
      return Doing.READY;
    }
    if (state instanceof Paused) {
      return Doing.PAUSED;
    }
    if (state instanceof Ringing) {
      return Doing.RINGING;
    }
    if (state instanceof Talking) {
      return Doing.TALKING;
    }
    if (state instanceof WrapUp) {
      return Doing.WRAP_UP;
    }
    return state instanceof Unreachable ? Doing.UNREACHABLE : null;
  }

  /** A queue made by hand in Asterisk has no code: its name stands for it. */
  private static String code(String name) {
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }
}
