package cn.wuye.hotline.ivr.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeardDialectTest {
  private static final double PRECISE = 0.99;

  private final HeardDialect ears = HeardDialect.shipped();

  @ParameterizedTest
  @CsvSource({
    "我屋企冇水到，係咪你哋截咗水, yue",
    "我屋企冇水到，系咪你哋截咗水, yue",
    "跟娃儿困在电梯头了，咋个办嘛，喊人来, cmn-SC",
    "今朝呒没水，侬讲哪能办, wuu",
    "阮兜的電一直跳，毋知是佗位短路, nan",
    "同你兜講幾多擺哩，𠊎屋家還在漏水, hak"
  })
  void aSentenceWithSeveralWordsOfOneDialectTellsIt(String said, String code) {
    assertThat(ears.in(said).dialect()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "喂，你好",
        "三号楼电梯坏了，麻烦派人来看看",
        // One word that many have borrowed, however often.
        "单车被偷了",
        "冇电，冇电",
        // Mandarin has words of its own, and here as many.
        "俺们家耗子多，晓得不，没得人管",
        // Two that are written alike in two dialects.
        "佢拍門毋開"
      })
  void whatTellsLittleOrTwoThingsTellsNothing(String said) {
    assertThat(ears.in(said).dialect()).isEmpty();
  }

  @Test
  void anEngineThatWritesDialectWordsTellsItByThem() {
    Hearing cantonese = new Hearing("yue", "我屋企冇水，你哋幾時嚟", 1);
    Hearing several = new Hearing("", "我屋企冇水，佢唔嚟", 1);

    assertThat(ears.in("我武器没水你的几时来", 0.5, List.of(cantonese)).dialect()).isEqualTo("yue");
    assertThat(ears.in("我武器没水你的几时来", 1, List.of(several)).dialect()).isEqualTo("yue");
    Hearing shanghainese = new Hearing("wuu", "今朝呒没水，侬讲哪能办", 1);
    assertThat(ears.in("没水", 0.5, List.of(cantonese, shanghainese)).dialect())
        .as("two say different things")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // hers, Cantonese, Hakka
    "0.5, 0.9, 0.6, yue",
    "0.8, 0.9, 0.6, ''",
    "0.5, 0.9, 0.8, ''",
    "0.3, 0.5, 0.2, ''",
    "1, 0.9, 0.6, ''",
    "0.5, 1, 0.6, ''"
  })
  void whereWordsTellNothingTheClearlySurestEngineDoes(
      double hers, double yue, double hak, String told) {
    List<Hearing> others =
        List.of(new Hearing("yue", "楼上漏水", yue), new Hearing("hak", "楼上漏水", hak));

    assertThat(ears.in("楼上漏水", hers, others).dialect()).isEqualTo(told);
  }

  @Test
  void mandarinMayHaveTheSurestEngine() {
    List<Hearing> others =
        List.of(new Hearing("cmn", "楼上漏水", 0.9), new Hearing("yue", "楼上漏水", 0.7));

    assertThat(ears.in("楼上漏水", 0.4, others).dialect()).isEmpty();
  }

  @Test
  void theLogSaysWhichWordsCounted() {
    assertThat(ears.in("我屋企冇水，佢唔嚟").why()).contains("yue", "屋企", "佢");
    assertThat(ears.in("停水了").why()).isEqualTo("no word of a dialect");
  }

  @Test
  void nothingThatIsSaidInMandarinIsTakenForADialect() {
    Dialect mandarin = Dialects.shipped().find(Dialects.MANDARIN).orElseThrow();

    assertThat(said(mandarin)).isNotEmpty().allMatch(text -> ears.in(text).dialect().isEmpty());
  }

  @Test
  void aDialectThatIsToldIsNearlyAlwaysTheOneThatIsSpoken() {
    long told = 0;
    long right = 0;
    for (Dialect dialect : Dialects.shipped().all()) {
      List<String> codes =
          said(dialect).stream()
              .map(text -> ears.in(text).dialect())
              .filter(code -> !code.isEmpty())
              .toList();
      told += codes.size();
      right += codes.stream().filter(dialect.code()::equals).count();
    }

    assertThat(told).isGreaterThan(80);
    assertThat((double) right / told).isGreaterThanOrEqualTo(PRECISE);
  }

  private static List<String> said(Dialect dialect) {
    return Stream.concat(dialect.complaints().stream(), dialect.emergencies().stream())
        .map(DialectPhrase::text)
        .toList();
  }
}
