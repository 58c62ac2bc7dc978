package cn.wuye.hotline.router.live;

import cn.wuye.hotline.router.agent.AgentState;

/** A port: told on the thread of the AMI events; must return quickly. */
@FunctionalInterface
public interface AgentsListener {
  /**
   * An agent does something else.
   *
   * @param device her phone, {@code PJSIP/1001}
   */
  void changed(String device, AgentState before, AgentState after);
}
