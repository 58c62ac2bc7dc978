package cn.wuye.hotline.ivr.evaluation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    Files.writeString(folder.resolve(SpeechSet.FILE), HEADER + row.replace(',', '\t') + "\n");

    assertThatThrownBy(() -> new SpeechSet(Set.of("facilities/lift")).read(folder))
        .isInstanceOf(SetRefused.class)
        .hasMessageContaining(message);
  }
}
