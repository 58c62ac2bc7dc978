package cn.wuye.hotline.router.live;

import cn.wuye.hotline.router.queue.AgentProfile;
import cn.wuye.hotline.router.queue.Membership;
import cn.wuye.hotline.router.queue.Memberships;
import cn.wuye.hotline.router.queue.QueueDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What has to change in Asterisk so that whoever is signed in is in the queues where she belongs.
 * Nobody is signed in by it, and signed out only who belongs in none.
 */
public sealed interface MembershipChange {
  String queue();

  String device();

  /**
   * A place more.
   *
   * @param pause the reason of the pause she is in elsewhere: it holds here, too
   */
  record Add(String queue, String device, int penalty, Optional<String> pause)
      implements MembershipChange {}

  record Remove(String queue, String device) implements MembershipChange {}

  record Reprice(String queue, String device, int penalty) implements MembershipChange {}

  /**
   * The changes, in the order in which they are to be made: she is in a new queue before she leaves
   * an old one, because who leaves the last is gone.
   *
   * @param queues those that Asterisk has read; others that it has (by hand, or on their way out)
   *     are left alone
   * @param agents everybody who has a phone and may work
   * @param barred devices of those who have one and may not; other members (a number added by hand)
   *     are left alone
   * @param regions the region of each estate
   */
  static List<MembershipChange> of(
      QueuesNow now,
      Collection<QueueDefinition> queues,
      Collection<AgentProfile> agents,
      Collection<String> barred,
      Map<String, String> regions) {
    return of(now, queues, agents, barred, regions, Map.of());
  }

  /**
   * The same while some agents are lent.
   *
   * @param lent as {@link Memberships} takes them
   */
  static List<MembershipChange> of(
      QueuesNow now,
      Collection<QueueDefinition> queues,
      Collection<AgentProfile> agents,
      Collection<String> barred,
      Map<String, String> regions,
      Map<String, String> lent) {
    Set<String> ours =
        queues.stream().map(QueueDefinition::asteriskName).collect(Collectors.toSet());
    Map<String, List<QueueMember>> places = new HashMap<>();
    now.queues().stream()
        .flatMap(queue -> queue.members().stream())
        .forEach(
            member -> places.computeIfAbsent(member.device(), d -> new ArrayList<>()).add(member));
    List<MembershipChange> changes = new ArrayList<>();
    for (AgentProfile agent : agents) {
      List<QueueMember> seen = places.getOrDefault(agent.device(), List.of());
      if (!seen.isEmpty()) {
        changes.addAll(
            of(agent.device(), seen, Memberships.of(agent, queues, regions, lent), ours));
      }
    }
    for (String device : barred) {
      changes.addAll(of(device, places.getOrDefault(device, List.of()), List.of(), ours));
    }
    return changes;
  }

  private static List<MembershipChange> of(
      String device, List<QueueMember> seen, List<Membership> wanted, Set<String> ours) {
    Map<String, Integer> penalties = new TreeMap<>();
    wanted.forEach(place -> penalties.put(place.queue().asteriskName(), place.reach().penalty()));
    Optional<String> pause = seen.stream().flatMap(member -> member.pause().stream()).findFirst();
    Map<String, QueueMember> known =
        seen.stream().collect(Collectors.toMap(QueueMember::queue, member -> member));
    List<MembershipChange> changes = new ArrayList<>();
    penalties.forEach(
        (queue, penalty) -> {
          QueueMember there = known.get(queue);
          if (there == null) {
            changes.add(new Add(queue, device, penalty, pause));
          } else if (there.penalty() != penalty) {
            changes.add(new Reprice(queue, device, penalty));
          }
        });
    seen.stream()
        .filter(member -> ours.contains(member.queue()))
        .filter(member -> !penalties.containsKey(member.queue()))
        .forEach(member -> changes.add(new Remove(member.queue(), device)));
    return changes;
  }
}
