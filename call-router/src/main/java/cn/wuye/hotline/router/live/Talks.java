package cn.wuye.hotline.router.live;

import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.live.QueueHappening.Answered;
import cn.wuye.hotline.router.live.QueueHappening.Ended;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who talks with whom, and the end of it, which Asterisk does not always tell: it makes {@code
 * AgentComplete} of both channels, and none when one of them is gone already, as it often is when
 * the caller hangs up. Of a caller whom the manager sent elsewhere it tells the end when she hangs
 * up, though the agent's phone has been free since. Used on the thread of events alone.
 */
final class Talks {
  /** Asterisk's word comes at once or, mostly, not at all. */
  private static final Duration NO_WORD = Duration.ofSeconds(2);

  private record Talk(String queue, String call, Instant since) {}

  /** The end of a talk that nobody told. */
  record Over(Ended ended, Instant at) {}

  /** By device. */
  private final Map<String, Talk> going = new HashMap<>();

  /** By device: the call whose end was told without Asterisk's word. */
  private final Map<String, String> over = new HashMap<>();

  /** By device: what its phone was seen to do last. */
  private final Map<String, Phone> phones = new HashMap<>();

  /** By device that talks: since when its phone is free. */
  private final Map<String, Instant> free = new HashMap<>();

  void began(Answered answered, Instant at) {
    free.remove(answered.device());
    over.remove(answered.device());
    going.put(answered.device(), new Talk(answered.queue(), answered.call(), at));
  }

  /** Asterisk's word; whether it is news. */
  boolean ended(Ended ended) {
    free.remove(ended.device());
    going.remove(ended.device());
    return !over.remove(ended.device(), ended.call());
  }

  /** A channel is gone. */
  Optional<Ended> hungUp(String call, Instant at) {
    return going.entrySet().stream()
        .filter(entry -> entry.getValue().call().equals(call))
        .map(Map.Entry::getKey)
        .findFirst()
        .flatMap(device -> end(device, at));
  }

  /** A member's phone is free, and Asterisk has counted a call that ended after this began. */
  Optional<Ended> seen(QueueMember member, Instant at) {
    String device = member.device();
    Phone before = phones.put(device, member.phone());
    Talk talk = going.get(device);
    if (talk == null || member.phone() != Phone.FREE) {
      free.remove(device);
      return Optional.empty();
    }
    boolean counted =
        !member
            .lastCallAt()
            .orElse(Instant.MIN)
            .isBefore(talk.since().truncatedTo(ChronoUnit.SECONDS));
    if (counted) {
      return end(device, at);
    }
    // Of a device without a state of its own nothing follows.
    if (before == Phone.BUSY) {
      free.put(device, at);
    }
    return Optional.empty();
  }

  /** Talks that are over because the phone is free, and stayed so. */
  List<Over> freed(Instant at) {
    if (free.isEmpty()) {
      return List.of();
    }
    List<Over> over = new ArrayList<>();
    for (Map.Entry<String, Instant> each : Map.copyOf(free).entrySet()) {
      if (Duration.between(each.getValue(), at).compareTo(NO_WORD) >= 0) {
        end(each.getKey(), each.getValue())
            .ifPresent(ended -> over.add(new Over(ended, each.getValue())));
      }
    }
    return over;
  }

  /** After a login: only calls that exist go on. */
  void retain(Set<String> existing) {
    going.values().removeIf(talk -> !existing.contains(talk.call()));
    free.clear();
    phones.clear();
  }

  private Optional<Ended> end(String device, Instant at) {
    free.remove(device);
    return Optional.ofNullable(going.remove(device))
        .map(
            talk -> {
              over.put(device, talk.call());
              Duration talked = Duration.between(talk.since(), at);
              return new Ended(talk.queue(), talk.call(), device, talked, "");
            });
  }
}
