package cn.wuye.hotline.router.live;

import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import java.util.List;

/**
 * One queue at one moment.
 *
 * @param waiting in the order in which they will be answered
 */
public record QueueView(String name, List<WaitingCaller> waiting, List<QueueMember> members) {
  public QueueView {
    waiting = List.copyOf(waiting);
    members = List.copyOf(members);
  }

  /** Whether somebody could answer, now or soon: signed in, not paused, the phone there. */
  public boolean staffed() {
    return members.stream().anyMatch(QueueView::works);
  }

  /** Whether it would be so without one of its agents. */
  boolean staffedWithout(String device) {
    return members.stream()
        .filter(member -> !member.device().equals(device))
        .anyMatch(QueueView::works);
  }

  private static boolean works(QueueMember member) {
    return member.pause().isEmpty() && member.phone() != Phone.ABSENT;
  }
}
