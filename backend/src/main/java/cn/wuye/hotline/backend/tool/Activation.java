package cn.wuye.hotline.backend.tool;

import cn.wuye.hotline.backend.model.ActivationBox;
import cn.wuye.hotline.backend.model.ActivationBox.Outcome;
import cn.wuye.hotline.backend.model.ActivationBox.Request;
import cn.wuye.hotline.backend.model.ModelRefused;
import cn.wuye.hotline.backend.model.ModelRole;
import cn.wuye.hotline.backend.model.ModelStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Has a model taken into use, by the application if that runs, and waits for what comes of it. */
final class Activation {
  private static final Duration UNTIL_TAKEN = Duration.ofSeconds(20);
  private static final Duration UNTIL_LOADED = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final ModelStore store;
  private final ActivationBox box;
  private final Consumer<String> progress;

  Activation(ModelStore store, ActivationBox box, Consumer<String> progress) {
    this.store = store;
    this.box = box;
    this.progress = progress;
  }

  /**
   * @param name empty for none
   * @param running whether the application runs
   * @return what is so now
   * @throws ModelRefused when it is not in use; what was before still is
   */
  String of(Optional<String> name, ModelRole role, boolean force, boolean running)
      throws IOException, ModelRefused {
    if (name.isPresent()) {
      Optional<String> objection = store.objection(name.get(), role, force);
      if (objection.isPresent()) {
        throw new ModelRefused(name.get() + " is not activated: " + objection.get());
      }
    }
    if (!running) {
      store.activate(role, name);
      return "the application is not running; it will use "
          + name.orElse("no model")
          + " from its next start on";
    }
    Outcome outcome = await(box.ask(name.orElse(""), role, force));
    if (!outcome.refusal().isEmpty()) {
      throw new ModelRefused(
          "not activated: %s. In use: %s".formatted(outcome.refusal(), outcome.description()));
    }
    return "in use from now on: %s (loaded in %.1f s; the application's memory was %d MB and is %d MB, less again when calls with the earlier model are over)"
        .formatted(
            outcome.description(),
            outcome.loadMillis() / 1000.0,
            outcome.megabytesBefore(),
            outcome.megabytesAfter());
  }

  private Outcome await(Request wish) throws IOException, ModelRefused {
    long start = System.nanoTime();
    boolean taken = false;
    while (System.nanoTime() - start < UNTIL_LOADED.toNanos()) {
      Optional<Outcome> outcome = box.outcome(wish);
      if (outcome.isPresent()) {
        return outcome.get();
      }
      if (!taken && !box.waits()) {
        taken = true;
        progress.accept("the application loads it");
      }
      if (!taken && System.nanoTime() - start > UNTIL_TAKEN.toNanos()) {
        box.withdraw();
        throw new ModelRefused(
            "the application did not take the wish within "
                + UNTIL_TAKEN.toSeconds()
                + " s (is it still starting, or of an older version?); nothing was changed");
      }
      rest();
    }
    throw new ModelRefused(
        "the application has not answered after "
            + UNTIL_LOADED.toMinutes()
            + " minutes; ./hotline logs says what it does");
  }

  private static void rest() throws ModelRefused {
    try {
      Thread.sleep(LOOK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelRefused("interrupted; the application goes on with it");
    }
  }
}
