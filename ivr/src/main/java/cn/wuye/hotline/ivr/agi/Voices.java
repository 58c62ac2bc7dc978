package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.prompt.PromptAudio;

/** What is said to a caller: in her dialect, with her estate's greeting. */
@FunctionalInterface
public interface Voices {
  /**
   * The prompts for one call.
   *
   * @param dialect that she has asked for in this call; empty string when she has not
   */
  PromptAudio of(Call call, String dialect);
}
