package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.prompt.PromptAudio;

/** What is said to a caller: in her dialect, with her estate's greeting. */
@FunctionalInterface
public interface Voices {
  /**
   * The prompts for one call.
   *
   * @param dialect in which she is spoken with from now on; empty string while it is the one in
   *     which the call begins, as her number tells it
   */
  PromptAudio of(Call call, String dialect);
}
