package cn.wuye.hotline.backend.model;

import cn.wuye.hotline.backend.files.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How {@code ./hotline models} asks the running application for another model, and is answered: two
 * files in {@code $HOTLINE_HOME/run}, which only the node's owner can write.
 */
public final class ActivationBox {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path request;
  private final Path folder;

  /**
   * @param home {@code $HOTLINE_HOME}
   */
  public ActivationBox(Path home) {
    this.folder = home.toAbsolutePath().resolve("run");
    this.request = folder.resolve("model-request.json");
  }

  /**
   * A wish.
   *
   * @param id by which the answer is found
   * @param name of the model; empty for none
   * @param force whether it is to be used where it does not really fit
   */
  public record Request(String id, String name, ModelRole role, boolean force) {}

  /**
   * What became of it.
   *
   * @param refusal why the model is not in use; empty when it is
   * @param description of what is in use now, for people
   * @param loadMillis how long it took to load
   * @param megabytesBefore memory of the application before it was loaded
   * @param megabytesAfter and after
   */
  public record Outcome(
      String refusal,
      String description,
      long loadMillis,
      long megabytesBefore,
      long megabytesAfter) {}

  /** Puts a wish down. */
  public Request ask(String name, ModelRole role, boolean force) throws IOException {
    Request wish = new Request(UUID.randomUUID().toString(), name, role, force);
    DurableFiles.replace(request, JSON.writeValueAsBytes(wish));
    return wish;
  }

  /**
   * Takes the wish out; empty when there is none.
   *
   * @throws IOException when it cannot be read; it is gone then
   */
  public Optional<Request> take() throws IOException {
    if (!Files.exists(request)) {
      return Optional.empty();
    }
    byte[] content = Files.readAllBytes(request);
    Files.delete(request);
    try {
      return Optional.of(JSON.readValue(content, Request.class));
    } catch (JacksonException e) {
      throw new IOException("a wish for a model cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** Whether nobody has taken the wish yet. */
  public boolean waits() {
    return Files.exists(request);
  }

  /** Takes a wish back that nobody took. */
  public void withdraw() throws IOException {
    Files.deleteIfExists(request);
  }

  /** Answers a wish. */
  public void answer(Request wish, Outcome outcome) throws IOException {
    DurableFiles.replace(outcomeOf(wish), JSON.writeValueAsBytes(outcome));
  }

  /** The answer, once. */
  public Optional<Outcome> outcome(Request wish) throws IOException {
    Path file = outcomeOf(wish);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] content = Files.readAllBytes(file);
    Files.delete(file);
    return Optional.of(JSON.readValue(content, Outcome.class));
  }

  private Path outcomeOf(Request wish) {
    return folder.resolve("model-outcome-" + wish.id() + ".json");
  }
}
