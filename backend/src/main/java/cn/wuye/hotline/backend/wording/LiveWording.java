package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.ivr.wording.Wording;
import java.util.function.Supplier;

/** What the calls of this node are held with; a call asks once, at its beginning. */
public final class LiveWording implements Supplier<Wording> {
  private volatile Wording current;

  LiveWording(Wording first) {
    current = first;
  }

  @Override
  public Wording get() {
    return current;
  }

  void replace(Wording newer) {
    current = newer;
  }
}
