package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.model.ActivationBox;
import cn.wuye.hotline.backend.model.ActivationBox.Outcome;
import cn.wuye.hotline.backend.model.ActivationBox.Request;
import cn.wuye.hotline.backend.model.ModelRefused;
import cn.wuye.hotline.backend.model.ModelRole;
import cn.wuye.hotline.backend.model.ModelStore;
import cn.wuye.hotline.ivr.speech.NoSpeech;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SwitchableSpeech;
import cn.wuye.hotline.ivr.speech.vosk.ResidentMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes another model into use while calls go on. A model is loaded here only after it was tried in
 * a process of its own; when it cannot be used, the present one stays.
 */
final class ModelSwitch {
  private static final Logger LOG = LoggerFactory.getLogger(ModelSwitch.class);

  private final SwitchableSpeech speech;
  private final ModelStore store;
  private final ActivationBox box;
  private final Function<Path, SpeechRecognizer> open;
  private final String pinned;

  /**
   * @param open loads a model, or says in its status why not
   * @param pinned the folder that {@code HOTLINE_MODEL} named at the start; empty for none
   */
  ModelSwitch(
      SwitchableSpeech speech,
      ModelStore store,
      ActivationBox box,
      Function<Path, SpeechRecognizer> open,
      String pinned) {
    this.speech = speech;
    this.store = store;
    this.box = box;
    this.open = open;
    this.pinned = pinned;
  }

  /** Looks whether another model is wanted; takes as long as it takes to load. */
  void look() {
    try {
      Optional<Request> wish = box.take();
      if (wish.isPresent()) {
        box.answer(wish.get(), outcome(wish.get()));
      }
    } catch (IOException e) {
      LOG.warn("a wish for another model was not fulfilled", e);
    }
  }

  private Outcome outcome(Request wish) {
    long before = ResidentMemory.megabytes();
    long start = System.nanoTime();
    String refusal;
    try {
      refusal = fulfil(wish);
    } catch (ModelRefused | IOException | RuntimeException e) {
      LOG.warn("the model {} was not taken into use", wish.name(), e);
      refusal = String.valueOf(e.getMessage());
    }
    if (!refusal.isEmpty()) {
      LOG.warn("model '{}' refused: {}; the present one stays", wish.name(), refusal);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    return new Outcome(
        refusal, speech.status().description(), millis, before, ResidentMemory.megabytes());
  }

  /** Why it is not in use; empty when it is. */
  private String fulfil(Request wish) throws IOException, ModelRefused {
    if (wish.role() == ModelRole.LIVE && pinned()) {
      return "HOTLINE_MODEL=" + pinned + " was set when the application started, and wins";
    }
    Optional<String> name = Optional.of(wish.name()).filter(wanted -> !wanted.isEmpty());
    Optional<SpeechRecognizer> next = Optional.empty();
    if (name.isPresent()) {
      Optional<String> objection = store.objection(name.get(), wish.role(), wish.force());
      if (objection.isPresent()) {
        return objection.get();
      }
      SpeechRecognizer loaded = open.apply(store.folder(name.get()));
      if (!loaded.status().available()) {
        return loaded.status().description();
      }
      next = Optional.of(loaded);
    }
    store.activate(wish.role(), name);
    use(wish.role(), next);
    return "";
  }

  private void use(ModelRole role, Optional<SpeechRecognizer> next) {
    Runnable whenClosed =
        () -> LOG.info("the earlier model is closed; {} MB in use", ResidentMemory.megabytes());
    if (role == ModelRole.RECORDINGS) {
      speech.useForRecordings(next, whenClosed);
    } else {
      speech.use(next.orElseGet(() -> new NoSpeech("没有启用语音模型，来电者按键或留言，录音照常保存")), whenClosed);
    }
    LOG.info("new calls use: {}", speech.status().description());
  }

  private boolean pinned() {
    return !pinned.isBlank()
        && !Path.of(pinned).toAbsolutePath().normalize().equals(store.link(ModelRole.LIVE));
  }
}
