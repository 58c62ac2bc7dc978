package cn.wuye.hotline.ivr.speech.vosk;

import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A model in libvosk. */
final class VoskModel implements NativeModel {
  private static final int SILENT = -1;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final VoskLibrary library;
  private final Pointer model;
  private final float rate;
  private final AtomicBoolean closed = new AtomicBoolean();

  private VoskModel(VoskLibrary library, Pointer model, float rate) {
    this.library = library;
    this.model = model;
    this.rate = rate;
  }

  /**
   * Loads a model; takes 0.1–20 s.
   *
   * @param rate of the sound that its recognisers will be given, in Hz
   * @throws NativeFailure when the library cannot read the folder
   */
  static VoskModel load(VoskLibrary library, Path folder, float rate) {
    library.vosk_set_log_level(SILENT);
    Pointer model = library.vosk_model_new(folder.toString());
    if (model == null) {
      throw new NativeFailure("libvosk cannot read the model in " + folder.getFileName());
    }
    return new VoskModel(library, model, rate);
  }

  @Override
  public boolean has(String word) {
    return library.vosk_model_find_word(model, word) >= 0;
  }

  @Override
  public NativeRecognizer open(RecognizerKind kind) {
    Pointer recognizer = create(kind);
    if (recognizer == null) {
      throw new NativeFailure(
          "libvosk made no recogniser for " + kind.phrases().size() + " phrases");
    }
    if (kind.alternatives() > 0) {
      library.vosk_recognizer_set_max_alternatives(recognizer, kind.alternatives());
    } else {
      library.vosk_recognizer_set_words(recognizer, 1);
    }
    return new VoskNativeRecognizer(library, recognizer);
  }

  private @Nullable Pointer create(RecognizerKind kind) {
    return kind.free()
        ? library.vosk_recognizer_new(model, rate)
        : library.vosk_recognizer_new_grm(model, rate, JSON.writeValueAsString(kind.phrases()));
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      library.vosk_model_free(model);
      ResidentMemory.giveBack();
    }
  }
}
