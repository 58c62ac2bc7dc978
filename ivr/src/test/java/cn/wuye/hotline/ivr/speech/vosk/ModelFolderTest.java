package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
  @TempDir Path outside;
  private Path folder = Path.of("");

  @BeforeEach
  void aModel() throws IOException {
    folder = outside.resolve("model");
    write("am/final.mdl", "\0B...");
    write("graph/HCLr.fst", "x");
    write("graph/Gr.fst", "x");
    write("graph/disambig_tid.int", "1");
    write("conf/mfcc.conf", "--sample-frequency=8000\n");
    write("conf/model.conf", "--beam=10.0\n");
  }

  private void write(String file, String content) throws IOException {
    Path parent = folder.resolve(file).getParent();
    Files.createDirectories(parent == null ? folder : parent);
    Files.writeString(folder.resolve(file), content);
  }

  private void refused(String reason) {
    assertThatThrownBy(() -> ModelFolder.check(folder))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aTelephoneModelTakesTelephoneSound() throws Exception {
    assertThat(ModelFolder.check(folder)).isEqualTo(new ModelFolder(folder, true, 8000));
  }

  @Test
  void aModelOf16KiloHertzTakesItOnlyWhenItSaysSo() throws Exception {
    write("conf/mfcc.conf", "--use-energy=false\n--allow-upsample=true\n");
    assertThat(ModelFolder.check(folder).rate()).isEqualTo(8000);
    write("conf/mfcc.conf", "--use-energy=false\n");
    assertThat(ModelFolder.check(folder).rate()).isEqualTo(16000);
  }

  @Test
  void otherRatesAreRefused() throws Exception {
    write("conf/mfcc.conf", "--sample-frequency=44100\n");
    refused("44100");
    write("conf/mfcc.conf", "--sample-frequency=many\n");
    refused("many");
  }

  @Test
  void aStaticGraphTakesNoGrammar() throws Exception {
    write("graph/HCLG.fst", "x");
    refused("graph/words.txt");
    write("graph/words.txt", "我 1");
    assertThat(ModelFolder.check(folder).dynamic()).isFalse();
  }

  @Test
  void theLayoutOfOldModelsIsAModelToo() throws Exception {
    folder = outside.resolve("old");
    write("final.mdl", "\0B...");
    write("mfcc.conf", "--sample-frequency=8000\n");
    refused("HCLr.fst");
    write("HCLG.fst", "x");
    write("words.txt", "我 1");
    assertThat(ModelFolder.check(folder)).isEqualTo(new ModelFolder(folder, false, 8000));
  }

  @Test
  void aFolderUnpackedOneLevelTooDeepIsFound() throws Exception {
    assertThat(ModelFolder.check(outside).path()).isEqualTo(folder);
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    Files.delete(folder.resolve("graph/Gr.fst"));
    refused("graph/Gr.fst");
    write("am/final.mdl", "<html>");
    refused("am/final.mdl");
    Files.delete(folder.resolve("am/final.mdl"));
    refused("am/final.mdl");
  }

  @Test
  void withoutAModelThereIsAReasonAndNoFailure() throws Exception {
    assertReason(Optional.empty(), "HOTLINE_MODEL");
    assertReason(Optional.of(folder.resolve("absent")), "找不到模型文件夹");
    write("model.zip", "PK");
    assertReason(Optional.of(folder.resolve("model.zip")), "解压");
    Files.delete(folder.resolve("conf/mfcc.conf"));
    assertReason(Optional.of(folder), "conf/mfcc.conf");
  }

  private static void assertReason(Optional<Path> model, String reason) {
    try (var speech = Vosk.open(VoskSettings.of(model))) {
      assertThat(speech.status().available()).isFalse();
      assertThat(speech.status().description()).startsWith("没有语音模型").contains(reason);
      assertThat(speech.begin(new cn.wuye.hotline.ivr.speech.Vocabulary.Free(), text -> {}))
          .isEmpty();
    }
  }
}
