package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.HangUp;

/** What an interrupted wait means in a call: the hotline is being stopped. */
final class Interrupted {
  private Interrupted() {}

  static HangUp asHangUp() {
    Thread.currentThread().interrupt();
    return new HangUp("the hotline is being stopped");
  }
}
