package cn.wuye.hotline.router.live;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.live.MembershipChange.Add;
import cn.wuye.hotline.router.live.MembershipChange.Remove;
import cn.wuye.hotline.router.live.MembershipChange.Reprice;
import cn.wuye.hotline.router.queue.AgentProfile;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueLimits;
import cn.wuye.hotline.router.queue.Skill;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MembershipChangeTest {
  private static final QueueDefinition GENERAL = queue("general", Set.of(), Set.of());
  private static final QueueDefinition NORTH = queue("north", Set.of(), Set.of("1"));
  private static final QueueDefinition YUE = queue("yue", Set.of(Skill.dialect("yue")), Set.of());
  private static final List<QueueDefinition> ALL = List.of(GENERAL, NORTH, YUE);
  private static final AgentProfile AGENT = new AgentProfile("1001", Set.of(), Set.of("2"));
  private static final String DEVICE = "PJSIP/1001";

  @Test
  void whoIsWhereSheBelongsIsLeftAlone() {
    assertThat(changes(member("q-general", 0), member("q-north", 20))).isEmpty();
  }

  @Test
  void whoIsSignedInGetsWhatIsMissingBeforeSheLosesWhatIsNotHers() {
    assertThat(changes(member("q-yue", 0)))
        .containsExactly(
            new Add("q-general", DEVICE, 0, Optional.empty()),
            new Add("q-north", DEVICE, 20, Optional.empty()),
            new Remove("q-yue", DEVICE));
  }

  @Test
  void aPauseHoldsInTheNewQueue() {
    QueueMember paused =
        new QueueMember(
            "q-general",
            DEVICE,
            0,
            Optional.of("lunch"),
            Optional.empty(),
            Phone.FREE,
            0,
            Optional.empty());

    assertThat(changes(paused))
        .containsExactly(new Add("q-north", DEVICE, 20, Optional.of("lunch")));
  }

  @Test
  void anotherReachIsAnotherPenalty() {
    assertThat(changes(member("q-general", 0), member("q-north", 0)))
        .containsExactly(new Reprice("q-north", DEVICE, 20));
  }

  @Test
  void whoIsLentIsInThatQueueAloneUntilThatEnds() {
    QueuesNow now = now(member("q-general", 0), member("q-north", 20));

    assertThat(
            MembershipChange.of(
                now, ALL, List.of(AGENT), Set.of(), Map.of(), Map.of("1001", "yue")))
        .containsExactly(
            new Add("q-yue", DEVICE, 0, Optional.empty()),
            new Remove("q-general", DEVICE),
            new Remove("q-north", DEVICE));
    assertThat(
            MembershipChange.of(
                now, ALL, List.of(AGENT), Set.of(), Map.of(), Map.of("1001", "gone")))
        .isEmpty();
    assertThat(
            MembershipChange.of(
                now, ALL, List.of(AGENT), Set.of(), Map.of(), Map.of("1002", "yue")))
        .isEmpty();
  }

  @Test
  void nobodyIsSignedInAndNoStrangerIsTouched() {
    assertThat(changes()).isEmpty();
    QueueMember stranger =
        new QueueMember(
            "q-general",
            "Local/1@x",
            7,
            Optional.empty(),
            Optional.empty(),
            Phone.FREE,
            0,
            Optional.empty());
    assertThat(changes(stranger)).isEmpty();
  }

  @Test
  void aNewQueueIsJoinedAndOneThatAsteriskDropsIsLeftToIt() {
    QueuesNow now =
        new QueuesNow(
            true,
            List.of(new QueueView("q-old", List.of(), List.of(member("q-old", 0)))),
            Map.of());

    assertThat(MembershipChange.of(now, ALL, List.of(AGENT), Set.of(), Map.of()))
        .containsExactly(
            new Add("q-general", DEVICE, 0, Optional.empty()),
            new Add("q-north", DEVICE, 20, Optional.empty()));
  }

  @Test
  void whoMayNoLongerWorkAndWhoBelongsNowhereLeavesOurQueues() {
    QueuesNow now =
        new QueuesNow(
            true,
            List.of(
                new QueueView("q-yue", List.of(), List.of(member("q-yue", 0))),
                new QueueView("q-other", List.of(), List.of(member("q-other", 0)))),
            Map.of());

    assertThat(MembershipChange.of(now, ALL, List.of(), Set.of(DEVICE), Map.of()))
        .containsExactly(new Remove("q-yue", DEVICE));
    assertThat(MembershipChange.of(now, List.of(YUE), List.of(AGENT), Set.of(), Map.of()))
        .containsExactly(new Remove("q-yue", DEVICE));
    assertThat(MembershipChange.of(now, List.of(), List.of(), Set.of(DEVICE), Map.of())).isEmpty();
  }

  private static List<MembershipChange> changes(QueueMember... members) {
    return MembershipChange.of(now(members), ALL, List.of(AGENT), Set.of(), Map.of());
  }

  private static QueuesNow now(QueueMember... members) {
    List<QueueView> queues =
        List.of("q-general", "q-north", "q-yue").stream()
            .map(
                name ->
                    new QueueView(
                        name,
                        List.of(),
                        List.of(members).stream()
                            .filter(member -> member.queue().equals(name))
                            .toList()))
            .toList();
    return new QueuesNow(true, queues, Map.of());
  }

  private static QueueMember member(String queue, int penalty) {
    return new QueueMember(
        queue,
        DEVICE,
        penalty,
        Optional.empty(),
        Optional.empty(),
        Phone.FREE,
        0,
        Optional.empty());
  }

  private static QueueDefinition queue(String code, Set<Skill> skills, Set<String> estates) {
    return new QueueDefinition(code, code, skills, estates, 0, QueueLimits.DEFAULT);
  }
}
