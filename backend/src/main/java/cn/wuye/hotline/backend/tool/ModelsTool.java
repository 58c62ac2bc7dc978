package cn.wuye.hotline.backend.tool;

import cn.wuye.hotline.backend.model.ActivationBox;
import cn.wuye.hotline.backend.model.KnownModel;
import cn.wuye.hotline.backend.model.ModelLibrary;
import cn.wuye.hotline.backend.model.ModelRecord;
import cn.wuye.hotline.backend.model.ModelRefused;
import cn.wuye.hotline.backend.model.ModelRole;
import cn.wuye.hotline.backend.model.ModelStore;
import cn.wuye.hotline.backend.model.TrialProcess;
import cn.wuye.hotline.ivr.speech.vosk.ModelTrial;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ./hotline models}. */
final class ModelsTool {
  private static final String USAGE =
      "models [list] | download NAME | add NAME --from FILE|FOLDER | verify [NAME] |"
          + " activate NAME [--for calls|recordings] [--force] | deactivate [--for calls|recordings] | remove NAME";

  private final Path home;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final ModelStore store;
  private final ModelLibrary library;
  private final Activation activation;

  ModelsTool(Path home, Map<String, String> environment, PrintStream out, PrintStream err) {
    this.home = home.toAbsolutePath().normalize();
    this.environment = environment;
    this.out = out;
    this.store = new ModelStore(home);
    this.library = new ModelLibrary(store, new TrialProcess(), err::println);
    this.activation = new Activation(store, new ActivationBox(home), err::println);
  }

  int run(Arguments arguments) throws IOException, ModelRefused {
    switch (arguments.command()) {
      case "", "list" -> list();
      case "download" -> download(arguments);
      case "add" -> add(arguments);
      case "verify" -> {
        return verify(arguments);
      }
      case "activate" -> activate(arguments, Optional.of(arguments.one("the name of a model")));
      case "deactivate" -> activate(arguments, Optional.empty());
      case "remove" -> {
        store.remove(arguments.one("the name of a model"));
        out.println("removed");
      }
      default -> throw new Usage("usage: ./hotline " + USAGE);
    }
    return 0;
  }

  private void list() throws IOException, ModelRefused {
    List<String> names = store.names();
    for (String name : names) {
      out.printf("%-28s %s%s%n", name, about(store.record(name)), uses(name));
    }
    Path own = store.link(ModelRole.LIVE);
    if (Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
      out.printf("%-28s a folder that was put there by hand, in use for calls%n", own);
    }
    for (KnownModel known : KnownModel.ALL) {
      if (!names.contains(known.name())) {
        out.printf(
            "%-28s not here (%s); ./hotline models download %s%n",
            known.name(), known.about(), known.name());
      }
    }
    pinned().ifPresent(why -> out.println(why));
  }

  private String uses(String name) {
    StringBuilder uses = new StringBuilder();
    for (ModelRole role : ModelRole.values()) {
      if (store.active(role).filter(name::equals).isPresent()) {
        uses.append(", in use for ").append(role == ModelRole.LIVE ? "calls" : "recordings");
      }
    }
    return uses.toString();
  }

  private static String about(Optional<ModelRecord> record) {
    return record.map(known -> about(known.trial())).orElse("not verified");
  }

  private static String about(ModelTrial.Result trial) {
    if (!trial.refusal().isEmpty()) {
      return "unusable: " + trial.refusal();
    }
    String language =
        trial.chinese() ? "Chinese" : trial.soundsAlike() ? "Korean" : "neither Chinese nor Korean";
    return "%s, %s graph, %d Hz, %d MB of memory, loaded in %.1f s, a second of sound in %.2f s"
        .formatted(
            language,
            trial.dynamic() ? "dynamic" : "static",
            trial.rate(),
            trial.megabytes(),
            trial.loadMillis() / 1000.0,
            trial.decodeMillis() / 1000.0);
  }

  private void download(Arguments arguments) throws IOException, ModelRefused {
    String name = arguments.one("the name of a model, such as " + KnownModel.ALL.get(0).name());
    if (arguments.has("--from")) {
      add(arguments);
      return;
    }
    if (KnownModel.of(name).isEmpty()) {
      throw new ModelRefused(
          name
              + " is none of the models that fit: "
              + KnownModel.ALL.stream().map(KnownModel::name).toList()
              + "; another one is brought by ./hotline models add NAME --from FILE");
    }
    String source = environment.getOrDefault("HOTLINE_MODEL_SOURCE", KnownModel.SOURCE);
    kept(name, library.download(name, source.endsWith("/") ? source : source + "/"));
  }

  private void add(Arguments arguments) throws IOException, ModelRefused {
    String name = arguments.one("a name for the model");
    Path from =
        Path.of(
            arguments
                .option("--from")
                .orElseThrow(() -> new Usage("add wants --from FILE or FOLDER")));
    kept(name, library.add(name, from.toAbsolutePath().normalize()));
  }

  private void kept(String name, ModelRecord known) {
    out.println(name + ": " + about(known.trial()));
    out.println(
        "kept in " + home.resolve("models").resolve(name) + "; ./hotline models activate " + name);
  }

  private int verify(Arguments arguments) throws IOException, ModelRefused {
    List<String> names = arguments.rest().isEmpty() ? store.names() : arguments.rest();
    int status = 0;
    for (String name : names) {
      ModelRecord known = library.verify(name);
      Optional<String> objection = store.objection(name, ModelRole.LIVE, false);
      out.println(name + ": " + about(known.trial()));
      if (objection.isPresent()) {
        out.println("  not for calls: " + objection.get());
        status = known.trial().refusal().isEmpty() ? status : 1;
      }
    }
    return status;
  }

  private void activate(Arguments arguments, Optional<String> name)
      throws IOException, ModelRefused {
    ModelRole role =
        switch (arguments.option("--for").orElse("calls")) {
          case "calls" -> ModelRole.LIVE;
          case "recordings" -> ModelRole.RECORDINGS;
          default -> throw new Usage("--for calls or --for recordings");
        };
    Optional<String> pinned = role == ModelRole.LIVE ? pinned() : Optional.empty();
    if (pinned.isPresent()) {
      throw new ModelRefused(pinned.get() + ": unset it first");
    }
    boolean force = arguments.has("--force");
    if (name.isPresent()
        && Files.isDirectory(store.folder(name.get()))
        && store.record(name.get()).isEmpty()) {
      library.verify(name.get());
    }
    out.println(activation.of(name, role, force, arguments.has("--running")));
  }

  private Optional<String> pinned() {
    String set = environment.getOrDefault("HOTLINE_MODEL", "");
    boolean elsewhere =
        !set.isBlank()
            && !Path.of(set).toAbsolutePath().normalize().equals(store.link(ModelRole.LIVE));
    return elsewhere
        ? Optional.of("HOTLINE_MODEL=" + set + " is set in the environment and wins for calls")
        : Optional.empty();
  }
}
