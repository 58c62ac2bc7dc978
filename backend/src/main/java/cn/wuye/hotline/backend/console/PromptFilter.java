package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.ivr.prompt.VoiceSet;
import org.jspecify.annotations.Nullable;

/**
 * Which prompts are listed.
 *
 * @param set of voices; the default one when it is none
 * @param q words or part of a key; empty for all
 * @param state code of a {@code PromptState}; empty for all
 */
record PromptFilter(String set, String q, String state) {
  // Called by data binding: what was not sent is null.
  PromptFilter(@Nullable String set, @Nullable String q, @Nullable String state) {
    this.set = set == null ? "" : set;
    this.q = q == null ? "" : q.strip();
    this.state = state == null ? "" : state;
  }

  VoiceSet voiceSet() {
    return VoiceSet.find(set).orElse(VoiceSet.DEFAULT);
  }
}
