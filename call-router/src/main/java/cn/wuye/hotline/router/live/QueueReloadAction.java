package cn.wuye.hotline.router.live;

import org.asteriskjava.manager.action.AbstractManagerAction;

/**
 * Has Asterisk read the files of queues and rules again; members, callers and counters stay. Public
 * because the library reads actions by reflection.
 */
public final class QueueReloadAction extends AbstractManagerAction {
  private static final long serialVersionUID = 1L;

  @Override
  public String getAction() {
    return "QueueReload";
  }
}
