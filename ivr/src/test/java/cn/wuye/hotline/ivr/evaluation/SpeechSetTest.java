package cn.wuye.hotline.ivr.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.ivr.prompt.WavSound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechSetTest {
  private static final String HEADER = "file\tdialect\ttranscript\tintent\tnoise\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing.wav,cmn,对,yes,clean|row 2, column 1 (file): there is no file",
        "text.wav,cmn,对,yes,clean|text.wav: not a WAV file",
        "text.wav,xx,对,yes,clean|row 2, column 2 (dialect): 'xx' is no dialect",
        "text.wav,cmn,对,maybe,clean|row 2, column 4 (intent): 'maybe' is no",
        "text.wav,cmn,,yes,clean|row 2, column 3 (transcript): there is no transcript",
        "text.wav,cmn,对,yes,loud|row 2, column 5 (noise): 'loud' is neither",
        "text.wav,cmn,对|row 2: 3 cells"
      })
  void namesTheRowThatCannotBeUsed(String row, String message) throws IOException {
    Files.writeString(folder.resolve("text.wav"), "no sound");
    Files.writeString(folder.resolve("set.tsv"), HEADER + row.replace(',', '\t') + "\n");

    assertThatThrownBy(() -> new SpeechSet(Set.of("facilities/lift")).read(folder))
        .isInstanceOf(SetRefused.class)
        .hasMessageContaining(message);
  }

  @Test
  void theMeaningMayStandInTheColumnsOfTheSetsOfSentences() throws Exception {
    Files.write(folder.resolve("a.wav"), WavSound.write(new byte[1600]));
    Files.writeString(
        folder.resolve("dev.tsv"),
        "file\tdialect\ttranscript\tcategory\tsubcategory\turgency\tkind\n"
            + "a.wav\tyue\t电梯坏了\tfacilities\tlift\turgent\trepair\n"
            + "a.wav\tcmn\t今天天气不错\t\t\t\t\n");

    List<SpokenClip> clips = new SpeechSet(Set.of("facilities/lift")).read(folder);

    assertThat(clips).extracting(SpokenClip::intent).containsExactly("facilities/lift", "");
    assertThat(clips).extracting(SpokenClip::noise).containsOnly("clean");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file\tdialect\ttranscript\n",
        "file\tdialect\ttranscript\tintent\tloudness\n",
        ""
      })
  void aTableWithoutTheRightHeaderIsRefused(String header) throws IOException {
    Files.writeString(folder.resolve("set.tsv"), header);

    assertThatThrownBy(() -> new SpeechSet(Set.of("facilities/lift")).read(folder))
        .isInstanceOf(SetRefused.class)
        .hasMessageContaining("row 1: the header is");
  }

  @Test
  void aFolderWithoutOneTableIsRefused() {
    assertThatThrownBy(() -> new SpeechSet(Set.of()).read(folder))
        .isInstanceOf(SetRefused.class)
        .hasMessageContaining("0 files *.tsv");
  }
}
