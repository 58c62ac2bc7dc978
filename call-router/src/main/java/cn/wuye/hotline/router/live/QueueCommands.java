package cn.wuye.hotline.router.live;

import cn.wuye.hotline.router.ami.AmiCommands;
import java.util.concurrent.CompletableFuture;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.action.QueuePenaltyAction;
import org.asteriskjava.manager.action.QueueRemoveAction;
import org.asteriskjava.manager.response.ManagerResponse;

/**
 * What the application asks of Asterisk's queues. Everything returns at once and completes with
 * Asterisk's answer, or with an {@link cn.wuye.hotline.router.ami.AmiException}; what it led to is
 * told by the events.
 */
public final class QueueCommands {
  private final AmiCommands ami;

  public QueueCommands(AmiCommands ami) {
    this.ami = ami;
  }

  /** Reads the files of queues and rules again. */
  public CompletableFuture<ManagerResponse> reload() {
    return ami.send(new QueueReloadAction());
  }

  /** Begins a pause in all queues of a device, or gives it another reason. */
  public CompletableFuture<ManagerResponse> pause(String device, String reason) {
    QueuePauseAction action = new QueuePauseAction(device, true);
    action.setReason(oneLine(reason));
    return ami.send(action);
  }

  /** Ends the pause in all queues of a device. */
  public CompletableFuture<ManagerResponse> resume(String device) {
    return ami.send(new QueuePauseAction(device, false));
  }

  /**
   * Gives a caller who waits another precedence.
   *
   * @param queue as Asterisk calls it
   * @param channel the name of the caller's channel
   * @param precedence higher is earlier
   */
  public CompletableFuture<ManagerResponse> precedence(
      String queue, String channel, int precedence) {
    return ami.send(new QueueToFrontAction(queue, channel, precedence));
  }

  public CompletableFuture<ManagerResponse> apply(MembershipChange change) {
    return ami.send(action(change));
  }

  private static ManagerAction action(MembershipChange change) {
    if (change instanceof MembershipChange.Add add) {
      QueueAddAction action = new QueueAddAction(add.queue(), add.device(), add.penalty());
      action.setMemberName(add.device().substring(add.device().indexOf('/') + 1));
      add.pause()
          .ifPresent(
              reason -> {
                action.setPaused(true);
                action.setReason(oneLine(reason));
              });
      return action;
    }
    if (change instanceof MembershipChange.Reprice reprice) {
      return new QueuePenaltyAction(reprice.device(), reprice.penalty(), reprice.queue());
    }
    return new QueueRemoveAction(change.queue(), change.device());
  }

  /**
   * A line break would be read by Asterisk as another header, a semicolon as the next field of
   * AstDB.
   */
  private static String oneLine(String reason) {
    return reason.replaceAll("[\\r\\n;,|]", " ").strip();
  }
}
