package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.ivr.intent.Intent;

/** From what a caller said to what she wants; the same understanding as in the dialogs. */
@FunctionalInterface
public interface Understanding {
  /** {@link Intent#UNKNOWN} when nothing can be made of it. */
  Intent of(String text);
}
