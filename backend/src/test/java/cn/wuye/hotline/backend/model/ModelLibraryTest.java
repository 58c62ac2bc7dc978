package cn.wuye.hotline.backend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes into the store and what may be used; the trial itself is played by a shell. */
class ModelLibraryTest {
  private static final String CHINESE = trial("CHINESE", true);

  @TempDir Path home;
  @TempDir Path outside;
  private final List<String> told = new ArrayList<>();
  private ModelStore store = new ModelStore(Path.of("."));

  @BeforeEach
  void aStore() {
    store = new ModelStore(home);
  }

  private static String trial(String language, boolean dynamic) {
    return "echo '{\"refusal\":\"\",\"language\":\"%s\",\"dynamic\":%s,\"rate\":8000,\"loadMillis\":5,\"decodeMillis\":9,\"megabytes\":50}'"
        .formatted(language, dynamic);
  }

  private ModelLibrary library(String shell) {
    TrialProcess trial = new TrialProcess(List.of("sh", "-c", shell));
    return new ModelLibrary(store, trial, new Download(Duration.ZERO, told::add), told::add);
  }

  private Path zip(Map<String, String> files) throws IOException {
    Path zip = outside.resolve("model.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Map.Entry<String, String> each : files.entrySet()) {
        out.putNextEntry(new ZipEntry(each.getKey()));
        out.write(each.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }

  private Path model() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("some-model/am/final.mdl", "am");
    files.put("some-model/conf/mfcc.conf", "conf");
    return zip(files);
  }

  private static void refused(ThrowingCallable what, String why) {
    assertThatThrownBy(what).isInstanceOf(ModelRefused.class).hasMessageContaining(why);
  }

  @Test
  void anArchiveIsUnpackedTriedAndKept() throws Exception {
    ModelRecord known = library(CHINESE).add("mine", model());

    assertThat(known.trial().megabytes()).isEqualTo(50);
    assertThat(home.resolve("models/mine/am/final.mdl")).hasContent("am");
    assertThat(store.names()).containsExactly("mine");
    assertThat(store.objection("mine", ModelRole.LIVE, false)).isEmpty();
    store.activate(ModelRole.LIVE, Optional.of("mine"));
    assertThat(home.resolve("model/am/final.mdl")).hasContent("am");
    assertThat(store.active(ModelRole.LIVE)).contains("mine");
    refused(() -> store.remove("mine"), "in use");
    store.activate(ModelRole.LIVE, Optional.empty());
    store.remove("mine");
    assertThat(store.names()).isEmpty();
    assertThat(home.resolve("models")).isEmptyDirectory();
  }

  @Test
  void aFolderIsCopied() throws Exception {
    Files.createDirectories(outside.resolve("folder/am"));
    Files.writeString(outside.resolve("folder/am/final.mdl"), "am");
    library(CHINESE).add("mine", outside.resolve("folder"));

    assertThat(home.resolve("models/mine/am/final.mdl")).hasContent("am");
  }

  @Test
  void anArchiveCannotWriteOutsideOfItsFolder() throws Exception {
    Path evil = zip(Map.of("../../evil.txt", "evil"));

    refused(() -> library(CHINESE).add("mine", evil), "outside of its folder");
    assertThat(home.resolve("evil.txt")).doesNotExist();
    assertThat(store.names()).isEmpty();
    assertThat(home.resolve("models/.new-mine")).doesNotExist();
  }

  @Test
  void whatIsNoArchiveOrNotThereIsRefused() throws Exception {
    Path html = Files.writeString(outside.resolve("model.zip"), "<html>404</html>");

    refused(() -> library(CHINESE).add("mine", html), "no zip archive");
    refused(() -> library(CHINESE).add("mine", outside.resolve("none")), "no file or folder");
    refused(() -> library(CHINESE).add("../mine", html), "no name for a model");
  }

  @Test
  void aModelThatEndsTheProcessIsRefusedAndTheEarlierOneStays() throws Exception {
    library(CHINESE).add("mine", model());

    refused(
        () -> library("kill -SEGV $$").add("mine", model()), "ends the speech library with signal");
    assertThat(store.objection("mine", ModelRole.LIVE, false)).isEmpty();
  }

  @Test
  void foreignAndStaticModelsAreNotForCalls() throws Exception {
    library(trial("OTHER", true)).add("english", model());
    library(trial("KOREAN", true)).add("korean", model());
    library(trial("CHINESE", false)).add("large", model());

    assertThat(store.objection("english", ModelRole.LIVE, true).orElse(""))
        .contains("no model of Chinese");
    assertThat(store.objection("korean", ModelRole.LIVE, false).orElse(""))
        .contains("Korean", "--force");
    assertThat(store.objection("korean", ModelRole.LIVE, true)).isEmpty();
    assertThat(store.objection("korean", ModelRole.RECORDINGS, true)).isPresent();
    assertThat(store.objection("large", ModelRole.LIVE, false).orElse("")).contains("static");
    assertThat(store.objection("large", ModelRole.RECORDINGS, false)).isEmpty();
  }

  @Test
  void changedFilesHaveToBeTriedAgain() throws Exception {
    library(CHINESE).add("mine", model());
    Files.writeString(home.resolve("models/mine/am/final.mdl"), "tampered");

    assertThat(store.objection("mine", ModelRole.LIVE, false).orElse("")).contains("verify");
    library(CHINESE).verify("mine");
    assertThat(store.objection("mine", ModelRole.LIVE, false)).isEmpty();
  }

  @Test
  void aFolderPutThereByHandBecomesAModelOfTheStore() throws Exception {
    library(CHINESE).add("mine", model());
    Files.createDirectories(home.resolve("model/am"));
    Files.writeString(home.resolve("model/am/final.mdl"), "by hand");

    store.activate(ModelRole.LIVE, Optional.of("mine"));

    assertThat(store.names()).containsExactly("mine", "own-model");
    assertThat(home.resolve("models/own-model/am/final.mdl")).hasContent("by hand");
    assertThat(store.objection("own-model", ModelRole.LIVE, false)).isPresent();
  }

  @Test
  void aDownloadWithAnotherChecksumIsThrownAway() throws Exception {
    try (FileServer server = new FileServer()) {
      server.content = Files.readAllBytes(model());
      String source = server.address("").toString();

      refused(() -> library(CHINESE).download("vosk-model-small-cn-0.22", source), "checksum");
      assertThat(store.names()).isEmpty();
      assertThat(home.resolve("models")).isEmptyDirectory();
    }
  }

  @Test
  void whereNoChecksumIsPublishedTheFirstOneSeenIsKept() throws Exception {
    try (FileServer server = new FileServer()) {
      server.content = Files.readAllBytes(model());
      String source = server.address("").toString();

      ModelRecord known = library(trial("CHINESE", false)).download("vosk-model-cn-0.22", source);
      assertThat(known.archiveSha256()).hasSize(64);
      assertThat(told).anyMatch(line -> line.contains("no checksum is published"));

      server.content = Files.readAllBytes(zip(Map.of("m/am/final.mdl", "other")));
      library(trial("CHINESE", false)).download("vosk-model-cn-0.22", source);
      assertThat(told).anyMatch(line -> line.contains("checksum has changed"));
    }
  }
}
