package cn.wuye.hotline.ivr.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.wuye.hotline.ivr.prompt.Prompt.Piece;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesTest {
  private final Pieces pieces = new Pieces(PromptCatalogue.shipped("安居物业"));

  @ParameterizedTest
  @CsvSource({
    "0, 零",
    "2, 二",
    "10, 十",
    "12, 十二",
    "20, 二十",
    "21, 二十一",
    "100, 一百",
    "102, 一百零二",
    "110, 一百一十",
    "1000, 一千",
    "1002, 一千零二",
    "1010, 一千零一十",
    "10000, 一万",
    "20305, 二万零三百零五"
  })
  void saysNumbers(int value, String said) {
    assertThat(said(pieces.number(value))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "PT5M, 五分钟",
    "PT2M, 两分钟",
    "PT30M, 半个小时",
    "PT1H, 一个小时",
    "PT2H, 两个小时",
    "PT90M, 九十分钟",
    "PT12H, 十二个小时",
    "PT24H, 二十四个小时",
    "PT48H, 两天",
    "PT72H, 三天",
    "PT1S, 一分钟"
  })
  void saysDurations(Duration duration, String said) {
    assertThat(said(pieces.duration(duration))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"3号楼, 三号楼", "12栋, 十二栋", "2单元, 二单元", "502室, 五零二室", "1101室, 幺幺零幺室", "A座, A座", "会所, 会所"})
  void saysPlaces(String name, String said) {
    assertThat(said(pieces.place(name))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T18:00, 十八点",
    "2026-01-05T18:30, 十八点半",
    "2026-01-05T02:05, 两点零五分",
    "2026-01-05T12:45, 十二点四十五分",
    "2026-01-06T08:00, 明天八点",
    "2026-03-12T08:00, 三月十二号八点"
  })
  void saysMomentsToCome(LocalDateTime moment, String said) {
    assertThat(said(pieces.moment(moment, LocalDate.of(2026, 1, 5)))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"3号楼停电, 三号楼停电", "12栋, 十二栋", "小区停水, 小区停水", "A座电梯停运, A座电梯停运"})
  void saysWordsThatBeginWithAPlace(String words, String said) {
    assertThat(said(pieces.beginningWithPlace(words))).isEqualTo(said);
  }

  @Test
  void saysTicketNumbersDigitByDigitWithPauses() {
    assertThat(said(pieces.digits("2026010012"))).isEqualTo("二零二六，零幺零零，幺二");
  }

  @Test
  void refusesWhatItCannotSay() {
    assertThatIllegalArgumentException().isThrownBy(() -> pieces.number(100_000));
  }

  private static String said(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }
}
