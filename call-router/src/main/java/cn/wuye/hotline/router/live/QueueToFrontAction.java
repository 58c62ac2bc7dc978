package cn.wuye.hotline.router.live;

import org.asteriskjava.manager.action.QueueChangePriorityCallerAction;

/**
 * Gives a caller another precedence in her queue, and her place by it at once. Public because the
 * library reads actions by reflection.
 */
public final class QueueToFrontAction extends QueueChangePriorityCallerAction {
  private static final long serialVersionUID = 1L;

  QueueToFrontAction(String queue, String channel, int precedence) {
    super(queue, channel, precedence);
  }

  /** Else it would count only when she joins anew. */
  public Boolean getImmediate() {
    return true;
  }
}
