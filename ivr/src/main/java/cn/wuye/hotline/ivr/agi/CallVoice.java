package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import java.nio.file.Path;
import java.util.List;

/** What is said in one call; its voice changes with the dialect in which she is spoken with. */
final class CallVoice implements PromptAudio {
  private final Voices voices;
  private final Call call;
  private volatile PromptAudio now;

  CallVoice(Voices voices, Call call) {
    this.voices = voices;
    this.call = call;
    this.now = voices.of(call, "");
  }

  void speak(String dialect) {
    now = voices.of(call, dialect);
  }

  @Override
  public byte[] pcm(Prompt prompt) {
    return now.pcm(prompt);
  }

  @Override
  public List<Path> files(Prompt prompt) {
    return now.files(prompt);
  }
}
