package cn.wuye.hotline.backend.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/cases.md names tests; whoever renames one finds it there. */
class CasesTest {
  private static final String CASES = Sources.text("docs/cases.md");
  private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
  private static final Pattern ROW = Pattern.compile("row “([^”]+)”");

  @Test
  void everyTestThatIsNamedExists() {
    List<String> missing = new ArrayList<>();
    List<MatchResult> named = TEST.matcher(CASES).results().toList();
    for (MatchResult test : named) {
      Optional<String> source = Sources.test(test.group(1));
      if (source.filter(text -> text.contains(" void " + test.group(2) + "(")).isEmpty()) {
        missing.add(test.group());
      }
    }
    assertThat(named).hasSizeGreaterThan(80);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyRowOfTheTableOfClocksThatIsNamedExists() {
    String table = Sources.test("ClockCasesTest").orElseThrow();
    List<String> rows = ROW.matcher(CASES).results().map(row -> row.group(1)).toList();

    assertThat(rows).hasSizeGreaterThan(40);
    assertThat(rows).allMatch(row -> table.contains('"' + row + '"'));
  }

  /** Each line of the tables says where it is shown, or stands below what is not there yet. */
  @Test
  void everyCaseHasATest() {
    String shown = CASES.substring(0, CASES.indexOf("## Not built yet"));

    assertThat(shown.lines().filter(line -> line.startsWith("| ")).filter(CasesTest::isCase))
        .isNotEmpty()
        .allMatch(line -> TEST.matcher(line).find() || ROW.matcher(line).find());
  }

  private static boolean isCase(String line) {
    return !line.startsWith("| case |") && !line.startsWith("| --- |");
  }
}
