package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.ivr.wording.Wording;

/** Makes the sound of a wording before calls are held with it; takes seconds the first time. */
@FunctionalInterface
public interface WordingAudio {
  /** Never fails: what cannot be made is logged. */
  void prepare(Wording wording);
}
