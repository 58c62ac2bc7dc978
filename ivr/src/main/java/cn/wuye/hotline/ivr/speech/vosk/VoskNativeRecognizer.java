package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.grammar.Hypothesis;
import com.sun.jna.Pointer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A recogniser in libvosk. A second close would crash the process, so only the first one reaches
 * it.
 */
final class VoskNativeRecognizer implements NativeRecognizer {
  private final VoskLibrary library;
  private final Pointer recognizer;
  private final AtomicBoolean closed = new AtomicBoolean();

  VoskNativeRecognizer(VoskLibrary library, Pointer recognizer) {
    this.library = library;
    this.recognizer = recognizer;
  }

  @Override
  public boolean accept(byte[] pcm, int length) {
    int state = library.vosk_recognizer_accept_waveform(open(), pcm, length);
    if (state < 0) {
      throw new NativeFailure("libvosk failed while decoding");
    }
    return state > 0;
  }

  @Override
  public List<Hypothesis> result() {
    return VoskJson.readings(library.vosk_recognizer_result(open()));
  }

  @Override
  public String partial() {
    return VoskJson.partial(library.vosk_recognizer_partial_result(open()));
  }

  @Override
  public List<Hypothesis> finish() {
    // The final result, unlike a reset, also drops the features of the voice that was heard.
    List<Hypothesis> readings = VoskJson.readings(library.vosk_recognizer_final_result(open()));
    library.vosk_recognizer_reset(recognizer);
    return readings;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      library.vosk_recognizer_free(recognizer);
    }
  }

  private Pointer open() {
    if (closed.get()) {
      throw new NativeFailure("the recogniser is closed");
    }
    return recognizer;
  }
}
