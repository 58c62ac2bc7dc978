package cn.wuye.hotline.backend.traffic;

import cn.wuye.hotline.router.queue.AgentProfile;
import cn.wuye.hotline.router.queue.QueueDefinition;

/** What Asterisk's names are in the log. */
public final class InAsterisk {
  private InAsterisk() {}

  /** The code of a queue; a queue that is none of ours keeps its name. */
  public static String queue(String name) {
    return QueueDefinition.codeOf(name);
  }

  /** The extension of a device: {@code 1001} of {@code PJSIP/1001}. */
  public static String agent(String device) {
    return AgentProfile.extensionOf(device);
  }
}
