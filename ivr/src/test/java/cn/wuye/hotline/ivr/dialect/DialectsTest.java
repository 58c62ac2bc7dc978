package cn.wuye.hotline.ivr.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.ivr.data.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {
  private static final String RIGHT =
      """
      code: yue
      name: 廣東話
      called: [试验话]
      english: Cantonese
      review: pending
      romanization: jyutping
      accents: [n-l]
      words:
        冇: 没有
      complaints:
        facilities/lift:
          部𨋢壞咗: bou6 lip1 waai6 zo2
      emergencies:
        fire:
          火燭呀: fo2 zuk1 aa3
      """;

  @TempDir Path folder;

  @Test
  void sixAreShippedAndWaitForNativeSpeakers() {
    List<Dialect> all = Dialects.shipped().all();

    assertThat(all)
        .extracting(Dialect::code)
        .containsExactly("cmn", "yue", "cmn-SC", "wuu", "nan", "hak");
    assertThat(all)
        .allSatisfy(
            dialect -> {
              assertThat(dialect.complaints()).hasSizeGreaterThanOrEqualTo(120);
              assertThat(dialect.emergencies()).hasSizeGreaterThanOrEqualTo(20);
              assertThat(dialect.reviewed()).isFalse();
              assertThat(dialect.accents()).isNotEmpty();
            });
  }

  @Test
  void readsADialect() throws IOException {
    Dialect dialect = read(RIGHT);

    assertThat(dialect.complaints())
        .containsExactly(new DialectPhrase("部𨋢壞咗", "bou6 lip1 waai6 zo2", "facilities/lift"));
    assertThat(dialect.words()).containsEntry("冇", "没有");
    assertThat(dialect.accents()).containsExactly(AccentRule.N_L);
  }

  @Test
  void syllablesOfAWordInMinnanAreJoinedByHyphens() throws IOException {
    String minnan =
        RIGHT
            .replace("jyutping", "tailo")
            .replace("部𨋢壞咗: bou6 lip1 waai6 zo2", "物件無去矣: mi̍h-kiānn bô khì--ah")
            .replace("火燭呀: fo2 zuk1 aa3", "火燒厝: hué-sio-tshù");

    assertThat(read(minnan).complaints()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "review: pending|review: soon|review is neither pending nor done",
        "accents: [n-l]|accents: [n-m]|no accent rule 'n-m'",
        "romanization: jyutping|romanization: yale|no romanization 'yale'",
        "english: Cantonese|english: Cantonese, sound: 3|unknown key 'sound'",
        "冇: 没有|冇: 冇|the word 冇 is standard already",
        "bou6 lip1 waai6 zo2|bou6 lip1 waai6|部𨋢壞咗 has 4 characters and 3 syllables",
        "bou6 lip1 waai6 zo2|bou6 lip1 waai zo2|部𨋢壞咗: 'bou6 lip1 waai zo2' has no such syllable",
        "name: 廣東話|nothing: 1|unknown key 'nothing'",
      })
  void namesTheFileAndWhatIsWrong(String right, String wrong, String told) {
    String text = RIGHT.replace(right, wrong.replace(", sound", "\nsound"));

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("test.yml: " + told);
  }

  @Test
  void noWordMayMeanTwoThings() throws IOException {
    Dialect one = read(RIGHT);
    Dialect other = read(RIGHT.replace("code: yue", "code: hak").replace("没有", "不"));

    assertThatThrownBy(() -> new Dialects(List.of(one, other)))
        .hasMessage("dialect hak: 冇 means 不 and 没有");
  }

  private Dialect read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("test.yml"), text);
    return DialectFile.read("test.yml", DataFile.file(file));
  }
}
