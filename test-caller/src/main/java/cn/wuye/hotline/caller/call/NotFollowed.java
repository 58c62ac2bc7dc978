package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.script.Step;

/** The call went another way than the script; ends the playing, not the program. */
final class NotFollowed extends Exception {
  private static final long serialVersionUID = 1L;

  NotFollowed(String message) {
    super(message, null, false, false);
  }

  NotFollowed(Step step, String what) {
    this("line " + step.line() + " (step " + step.number() + ", " + step.words() + "): " + what);
  }
}
