package cn.wuye.hotline.ivr.prompt;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * "Speaks" a tone of 0.1 s a character at 22,050 Hz with silence around; a switch makes it fail.
 */
final class ToneVoice implements Voice {
  final List<String> said = new CopyOnWriteArrayList<>();
  volatile boolean broken;
  volatile float loudness = 0.5f;
  volatile String version = "tone 1";

  @Override
  public Sound say(String text) throws IOException {
    if (broken) {
      throw new IOException("no voice here");
    }
    said.add(text);
    int silence = 4410;
    float[] samples = new float[2 * silence + 2205 * text.length()];
    for (int i = silence; i < samples.length - silence; i++) {
      samples[i] = (float) (loudness * Math.sin(2 * Math.PI * 440 * i / 22050));
    }
    return new Sound(samples, 22050);
  }

  @Override
  public String version() {
    return version;
  }
}
