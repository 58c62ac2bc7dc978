package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.work.Doer;
import cn.wuye.hotline.backend.user.SignedInUser;

/** Those who are signed in, as the job desk knows them. */
final class Doers {
  private Doers() {}

  static Doer of(SignedInUser me) {
    return new Doer(me.getUsername(), me.scope(), me.dispatches());
  }
}
