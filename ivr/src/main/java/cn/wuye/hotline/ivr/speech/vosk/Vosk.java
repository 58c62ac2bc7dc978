package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.NoSpeech;
import cn.wuye.hotline.ivr.speech.SampleReader;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.grammar.Grammars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens Vosk, or says why there is none; never fails, because the hotline works without. */
public final class Vosk {
  private static final Logger LOG = LoggerFactory.getLogger(Vosk.class);
  private static final String WITHOUT = "没有语音模型，来电者按键或留言，录音照常保存：";

  private Vosk() {}

  /** Loads the model; takes 0.1–20 s. */
  public static SpeechRecognizer open(VoskSettings settings) {
    Path folder = settings.model().orElse(null);
    if (folder == null) {
      return none("没有设置 HOTLINE_MODEL");
    }
    try {
      ModelFolder model = ModelFolder.check(real(folder));
      return open(settings, model, VoskModel.load(VoskLibrary.load(), model.path(), model.rate()));
    } catch (UnusableModel e) {
      return none(e.reason());
    } catch (NativeFailure e) {
      return none("模型 %s 已损坏或不是 Vosk 模型".formatted(folder));
    } catch (LinkageError e) {
      LOG.debug("libvosk cannot be loaded", e);
      return none("这台机器上不能运行 Vosk（%s）".formatted(System.getProperty("os.arch")));
    }
  }

  /** Where a link leads, so that the model is called by its own name. */
  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.toAbsolutePath().normalize();
    }
  }

  /**
   * Reads samples in the syllables of a recogniser's own model, as long as that is open.
   *
   * @return empty when it was not opened here, or its model is none of Chinese that takes a grammar
   */
  public static Optional<SampleReader> samples(SpeechRecognizer recognizer) {
    return recognizer instanceof VoskSpeech speech ? speech.samples() : Optional.empty();
  }

  static SpeechRecognizer open(VoskSettings settings, ModelFolder folder, NativeModel model) {
    Grammars grammars = new Grammars(model);
    if (grammars.language() == Grammars.Language.OTHER) {
      model.close();
      return none("模型 %s 不是中文模型".formatted(folder.path().getFileName()));
    }
    VoskSpeech speech = new VoskSpeech(settings, folder, model, grammars);
    LOG.info(
        "speech: {}; {} decoding threads, {} free recognitions at once",
        speech.status().description(),
        settings.decodingThreads(),
        settings.mostFree());
    return speech;
  }

  private static SpeechRecognizer none(String reason) {
    LOG.warn("no speech recognition: {}; calls go on with keys and recordings", reason);
    return new NoSpeech(WITHOUT + reason);
  }
}
