package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.SampleReader;
import cn.wuye.hotline.ivr.speech.grammar.ToneSyllables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Vosk as the reader of samples, beside the recogniser of the same model. Thread-safe. */
final class VoskSamples implements SampleReader {
  private static final int TELEPHONE_RATE = 8000;

  private final NativeModel model;
  private final boolean upsample;
  private final List<String> syllables;

  VoskSamples(ModelFolder folder, NativeModel model) {
    this.model = model;
    this.upsample = folder.rate() != TELEPHONE_RATE;
    this.syllables = ToneSyllables.of(model);
  }

  @Override
  public List<String> syllables() {
    return syllables;
  }

  @Override
  public List<List<String>> readings(List<byte[]> samples, List<String> lines, int most) {
    try (NativeRecognizer recognizer = model.open(new RecognizerKind(lines, most))) {
      return samples.stream().map(each -> readings(recognizer, each)).toList();
    } catch (NativeFailure e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private List<String> readings(NativeRecognizer recognizer, byte[] pcm) {
    byte[] sound = upsample ? new Upsampler().twice(pcm, pcm.length) : pcm;
    recognizer.accept(sound, sound.length);
    Set<String> readings = new LinkedHashSet<>();
    recognizer.finish().forEach(each -> readings.add(each.text()));
    readings.remove("");
    return List.copyOf(readings);
  }
}
