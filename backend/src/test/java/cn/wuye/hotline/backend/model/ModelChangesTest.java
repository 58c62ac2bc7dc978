package cn.wuye.hotline.backend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelChangesTest {
  @TempDir Path home;
  private ModelStore store = new ModelStore(Path.of("."));

  @BeforeEach
  void twoModels() throws IOException {
    store = new ModelStore(home);
    Files.createDirectories(home.resolve("models/good"));
    Files.createDirectories(home.resolve("models/old"));
  }

  @Test
  void whatWasDoneIsHandedOverOnceAndInOrder() throws Exception {
    store.activate(ModelRole.LIVE, Optional.of("good"));
    store.activate(ModelRole.LIVE, Optional.empty());
    store.remove("old");

    assertThat(told())
        .containsExactlyInAnyOrder("ACTIVATED good", "DEACTIVATED good", "REMOVED old");
    assertThat(told()).isEmpty();
  }

  @Test
  void whatFailsIsNotNoted() throws Exception {
    store.activate(ModelRole.LIVE, Optional.of("good"));
    told();

    assertThatThrownBy(() -> store.remove("good")).isInstanceOf(ModelRefused.class);
    assertThatThrownBy(() -> store.activate(ModelRole.LIVE, Optional.of("../x")))
        .isInstanceOf(ModelRefused.class);

    assertThat(told()).isEmpty();
  }

  @Test
  void whatCouldNotBeTakenWaits() throws Exception {
    store.remove("old");

    assertThatThrownBy(
            () ->
                store
                    .changes()
                    .handOver(
                        change -> {
                          throw new IllegalStateException("the database is away");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(told()).containsExactly("REMOVED old");
  }

  private List<String> told() throws IOException {
    List<String> told = new ArrayList<>();
    store.changes().handOver(change -> told.add(change.what() + " " + change.name()));
    return told;
  }
}
