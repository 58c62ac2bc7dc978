package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.ivr.conversation.CallId;

/** Told after every step that survives a crash; tests let the application die there. */
@FunctionalInterface
interface Checkpoint {
  void passed(CallId call, String step);
}
