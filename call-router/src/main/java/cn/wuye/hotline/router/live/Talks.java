package cn.wuye.hotline.router.live;

import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.live.QueueHappening.Answered;
import cn.wuye.hotline.router.live.QueueHappening.Ended;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who talks with whom, and the end of it, which Asterisk does not always tell: it makes {@code
 * AgentComplete} of both channels, and none when one of them is gone already, as it often is when
 * the caller hangs up. Used on the thread of events alone.
 */
final class Talks {
  private record Talk(String queue, String call, Instant since) {}

  /** By device. */
  private final Map<String, Talk> going = new HashMap<>();

  /** By device: the call whose end was told without Asterisk's word. */
  private final Map<String, String> over = new HashMap<>();

  void began(Answered answered, Instant at) {
    over.remove(answered.device());
    going.put(answered.device(), new Talk(answered.queue(), answered.call(), at));
  }

  /** Asterisk's word; whether it is news. */
  boolean ended(Ended ended) {
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
    Talk talk = going.get(member.device());
    return talk != null
            && member.phone() == Phone.FREE
            && !member
                .lastCallAt()
                .orElse(Instant.MIN)
                .isBefore(talk.since().truncatedTo(ChronoUnit.SECONDS))
        ? end(member.device(), at)
        : Optional.empty();
  }

  /** After a login: only calls that exist go on. */
  void retain(Set<String> existing) {
    going.values().removeIf(talk -> !existing.contains(talk.call()));
  }

  private Optional<Ended> end(String device, Instant at) {
    return Optional.ofNullable(going.remove(device))
        .map(
            talk -> {
              over.put(device, talk.call());
              Duration talked = Duration.between(talk.since(), at);
              return new Ended(talk.queue(), talk.call(), device, talked, "");
            });
  }
}
