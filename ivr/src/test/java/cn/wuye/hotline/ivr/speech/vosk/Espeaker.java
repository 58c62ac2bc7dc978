package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.prompt.EspeakPrompts;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Speech to test with where there are no clips: espeak-ng. */
final class Espeaker {
  private final EspeakPrompts voice;

  Espeaker(Path folder) {
    voice = EspeakPrompts.in(folder, Optional.empty());
  }

  /** 8 kHz 16 bit, a little silence around. */
  byte[] say(String text) {
    byte[] words = voice.pcm(new Prompt("", List.of(new Prompt.Spoken(text))));
    byte[] pcm = new byte[words.length + 2 * 2400];
    System.arraycopy(words, 0, pcm, 2400, words.length);
    return pcm;
  }
}
