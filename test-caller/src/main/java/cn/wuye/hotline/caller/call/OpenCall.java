package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;

/** A call that stands: what is heard and said in it, and its keys. Closing it hangs up. */
interface OpenCall extends AutoCloseable {
  Line line();

  /** The SIP Call-ID by which both ends know it; empty when it cannot be had. */
  String sipCallId();

  /** Presses keys, one after the other; returns when the last has been sent. */
  void press(String keys) throws NotFollowed;

  @Override
  void close();
}
