package cn.wuye.hotline.backend.ticket.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchQueryTest {
  private static final List<EstateName> ESTATES =
      List.of(EstateName.of(1, "幸福里", "幸福里小区|老厂区"), EstateName.of(2, "阳光花园", ""));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "三號樓|3号楼",
        "十二栋１０２室|12栋102室",
        "Ａ座 LIFT|a座 lift",
        "二十一层，五零一室|21层,501室",
        "一百零二号|102号",
        "一直漏水|一直漏水",
      })
  void textsMeetInOneForm(String typed, String folded) {
    assertThat(Folded.of(typed).text()).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3号楼2单元501室|bld3 unt2 rom501",
        "三栋|bld3",
        "A座1203房|blda rom1203",
        "3-2-0501|bld3 unt2 rom501",
        "3－501|bld3 rom501",
        "12#501|bld12 rom501",
        "5幢|bld5",
        "2026-03-01|''",
        "010-12345678|''",
        "二楼漏水|''",
      })
  void placesAreReadInTheFormsPeopleType(String text, String words) {
    assertThat(
            PlaceMention.in(Folded.of(text).text()).stream()
                .map(PlaceMention::word)
                .collect(Collectors.joining(" ")))
        .isEqualTo(words);
  }

  @Test
  void aPartOfAPhoneNumberIsOnlyForThoseWhoSeeIt() {
    assertThat(terms("13800001", false)).doesNotContain("tel13800001").contains("tph13800001");
    assertThat(terms("13800001", true)).contains("tel13800001");
    assertThat(terms("0001", false)).contains("tel0001");
    assertThat(terms("501", true)).doesNotContain("tel");
  }

  @Test
  void estatePlaceNumberAndWordsAreToldApart() {
    assertThat(terms("幸福里3号楼的电梯 501", true))
        .contains("+(est1 (+u05e78u0798f +u0798fu091cc))")
        .contains("+bld3")
        .contains("+u07535u068af")
        .contains("+(dig501");
    assertThat(SearchQuery.of("，。!", ESTATES).isEmpty()).isTrue();
  }

  @Test
  void whatWasLookedForIsMarkedAsItStandsThere() {
    assertThat(marked("电梯 3号楼", "三號樓的電梯又坏了")).containsExactly("三號樓", "電梯");
    assertThat(marked("501", "1501室和501室")).containsExactly("501");
    assertThat(marked("梯", "𠮷电梯🛗")).containsExactly("梯");
    assertThat(marked("没有", "电梯")).isEmpty();
  }

  private static String terms(String typed, boolean seesPhones) {
    return String.valueOf(
        SearchQuery.of(typed, ESTATES).sql(seesPhones).parameters().get("searchTerms"));
  }

  private static List<String> marked(String typed, String shown) {
    return SearchQuery.of(typed, ESTATES).pieces(shown).stream()
        .filter(SearchQuery.Piece::hit)
        .map(SearchQuery.Piece::text)
        .toList();
  }
}
