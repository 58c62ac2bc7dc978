package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import cn.wuye.hotline.ivr.speech.grammar.Grammar;
import cn.wuye.hotline.ivr.speech.grammar.Grammars;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Listens for emergency words on the clock of the sound itself, so that the time to spot one is
 * exact.
 */
final class Spotter implements AutoCloseable {
  private static final int STEP = 1600;

  private final EmergencyWords words;
  private final VoskModel model;
  private final RecognizerPool pool;
  private final Grammar grammar;
  private double now;
  private String word = "";
  private String text = "";
  private double at;

  /**
   * What was spotted.
   *
   * @param word empty for nothing
   * @param secondsAfterWord how long after the caller's last sound at the latest, in the sound's
   *     own time
   */
  record Spotted(String word, String text, double at, double secondsAfterWord) {}

  Spotter(Path folder, EmergencyWords words) throws UnusableModel {
    this.words = words;
    model = VoskModel.load(VoskLibrary.load(), folder, 8000);
    pool = new RecognizerPool(model, 1);
    grammar = new Grammars(model).spotting(new Vocabulary.Spotting(words.phrases())).orElseThrow();
  }

  /**
   * As the telephone does: the sound, 0.3 s of silence, and the end of the turn 1.2 s after the
   * words.
   */
  Spotted listen(byte[] pcm) {
    now = 0;
    word = "";
    Decoder decoder =
        new Decoder(
            pool, RecognizerKind.of(grammar), grammar, this::heard, false, new DecodeFigures());
    for (int from = 0; from < pcm.length + 3 * STEP; from += STEP) {
      now += 0.1;
      decoder.decode(Arrays.copyOfRange(pcm, Math.min(from, pcm.length), from + STEP));
    }
    now = pcm.length / 16000.0 + 1.2;
    Recognized all = decoder.finish();
    heard(all.text());
    decoder.release();
    return new Spotted(word, text, at, at - pcm.length / 16000.0);
  }

  private void heard(String partial) {
    if (word.isEmpty()) {
      words
          .spotted(partial)
          .ifPresent(
              found -> {
                word = found;
                text = partial;
                at = now;
              });
    }
  }

  @Override
  public void close() {
    pool.close();
    model.close();
  }
}
