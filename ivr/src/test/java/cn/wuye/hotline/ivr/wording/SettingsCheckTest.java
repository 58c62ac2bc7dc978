package cn.wuye.hotline.ivr.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.intent.DangerPhrase;
import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.intent.ShippedPhrase;
import cn.wuye.hotline.ivr.learning.LearnedPhrase;
import cn.wuye.hotline.ivr.wording.DialogSettings.Day;
import cn.wuye.hotline.ivr.wording.DialogSettings.Hours;
import cn.wuye.hotline.ivr.wording.Finding.Code;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {
  private static final DialogSettings NONE = DialogSettings.SHIPPED;
  private static final SettingsCheck.Known KNOWN =
      new SettingsCheck.Known(
          Set.of("facilities", "environment", "security", "fees", "other"),
          Set.of("facilities/lift", "facilities/public-fixtures", "environment/cleaning"),
          Set.of("7"));

  @Test
  void whatIsShippedIsRight() {
    assertThat(check(NONE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "您好，这里是{company}，通话会录音。{home}请说什么事，紧急按1，找人按0。,",
    "您好，{home}请说什么事，紧急按1，找人按0。, GREETING_NO_RECORDING",
    "您好，通话会录音。{home}请说什么事。, GREETING_NO_PERSON",
    "'   ', TEXT_EMPTY",
    "您好{name}，通话会录音，找人按0。, SLOTS_DIFFER",
  })
  void theGreetingTellsWhatItMust(String text, Code wrong) {
    List<Code> found = codes(NONE.withPrompts(Map.of("greeting", text)));

    assertThat(found).isEqualTo(wrong == null ? List.of() : List.of(wrong));
  }

  @Test
  void aGreetingOfMoreThanTwelveSecondsIsRefusedWithItsLength() {
    List<Finding> found =
        check(NONE.withPrompts(Map.of("greeting", "通话会录音，{home}找人请按0。" + "我们随时为您服务".repeat(6))));

    assertThat(found).extracting(Finding::code).containsExactly(Code.GREETING_TOO_LONG);
    assertThat(found.get(0).field()).isEqualTo("prompts.greeting");
    assertThat(found.get(0).arguments()).containsExactly(12L, 15L);
  }

  @Test
  void aLearnedSpellingIsSomethingToSayOfAKnownDialectAndMeansOneThing() {
    LearnedPhrase leak = new LearnedPhrase("nan", "漏水", List.of("老追", "老嘴"));

    assertThat(check(NONE.withLearned(List.of(leak)))).isEmpty();
    assertThat(
            codes(
                NONE.withLearned(List.of(leak, new LearnedPhrase("nan", "下水", leak.spellings())))))
        .containsExactly(Code.PHRASE_TWICE, Code.PHRASE_TWICE);
    assertThat(
            codes(
                NONE.withLearned(List.of(leak, new LearnedPhrase("hak", "漏水", leak.spellings())))))
        .isEmpty();
    assertThat(codes(NONE.withLearned(List.of(new LearnedPhrase("fr", "漏水", List.of("老"))))))
        .containsExactly(Code.DIALECT_UNKNOWN, Code.PHRASE_UNREADABLE);
    assertThat(codes(NONE.withLearned(List.of(new LearnedPhrase("nan", "漏水", List.of())))))
        .containsExactly(Code.TEXT_EMPTY);
  }

  @Test
  void wordsOfAsteriskAndPiecesAreNotEditable() {
    assertThat(codes(NONE.withPrompts(Map.of("fallback-apology", "您好"))))
        .containsExactly(Code.PROMPT_UNKNOWN);
    assertThat(codes(NONE.withPrompts(Map.of("digit-1", "一"))))
        .containsExactly(Code.PROMPT_UNKNOWN);
    assertThat(codes(NONE.withPrompts(Map.of("ticket-opened", "登记好了，再见。"))))
        .containsExactly(Code.SLOTS_DIFFER);
  }

  @Test
  void ownWordsForTheMenuReadOutTheKeysAsTheyAre() {
    DialogSettings own =
        NONE.withPrompts(Map.of("ask-problem-keys", "修东西按2，卫生按3，安全停车按4，收费按5，其他按6，查进度按7。"));

    assertThat(check(own)).isEmpty();
    assertThat(codes(own.withKeys(List.of(new KeyMenu.Key("8", "fees", "收费")))))
        .containsExactly(Code.KEY_NOT_SPOKEN);
  }

  @Test
  void anEstateThatIsGoneIsOnlyAWarning() {
    assertThat(check(NONE.withEstateLines(Map.of("7", "今天停水。")))).isEmpty();
    List<Finding> found = check(NONE.withEstateLines(Map.of("8", "今天停水。")));
    assertThat(found).extracting(Finding::code).containsExactly(Code.ESTATE_UNKNOWN);
    assertThat(SettingsCheck.broken(found)).isFalse();
    assertThat(codes(NONE.withEstateLines(Map.of("7", "今天停水检修，请大家提前储水。".repeat(4)))))
        .containsExactly(Code.GREETING_TOO_LONG);
  }

  @ParameterizedTest
  @CsvSource({
    "0, facilities, KEY_FIXED",
    "1, facilities, KEY_FIXED",
    "*, facilities, KEY_FIXED",
    "12, facilities, KEY_UNKNOWN",
    "2, lifts, TARGET_UNKNOWN",
    "7, progress,",
    "9, person,",
  })
  void keysLeadSomewhere(String key, String target, Code wrong) {
    List<Code> found = codes(NONE.withKeys(List.of(new KeyMenu.Key(key, target, "什么"))));

    assertThat(found).isEqualTo(wrong == null ? List.of() : List.of(wrong));
  }

  @Test
  void noKeyLeadsToTwoPlacesAndNoTwoKeysToOne() {
    assertThat(
            codes(
                NONE.withKeys(
                    List.of(
                        new KeyMenu.Key("2", "fees", "收费"),
                        new KeyMenu.Key("2", "other", "其他"),
                        new KeyMenu.Key("3", "fees", "")))))
        .containsExactly(Code.KEY_TWICE, Code.TARGET_TWICE, Code.TEXT_EMPTY);
  }

  @ParameterizedTest
  @CsvSource({
    "充电桩*坏, facilities/public-fixtures, 3,",
    "=报管理处, facilities/, 0.5,",
    "'', facilities/lift, 3, PHRASE_UNREADABLE",
    "电梯**坏, facilities/lift, 3, PHRASE_UNREADABLE",
    "电梯，坏, facilities/lift, 3, PHRASE_UNREADABLE",
    "桩, facilities/lift, 3, PHRASE_TOO_SHORT",
    "充电桩, facilities/stairs, 3, CATEGORY_UNKNOWN",
    "充电桩, facilities/lift, 0, WEIGHT_RANGE",
    "充电桩, facilities/lift, 9, WEIGHT_RANGE",
    "充电桩着火了, facilities/lift, 3, PHRASE_IS_DANGER",
  })
  void phrasesCanBeLookedFor(String phrase, String topic, double weight, Code wrong) {
    String[] codes = topic.split("/", -1);
    LexiconPhrase own = new LexiconPhrase(phrase, List.of(), codes[0], codes[1], weight, "", "");

    List<Finding> found = check(NONE.withLexicon(List.of(own), List.of()));

    assertThat(found)
        .extracting(Finding::code)
        .isEqualTo(wrong == null ? List.of() : List.of(wrong));
    assertThat(found).allMatch(each -> each.field().equals("lexicon." + phrase));
  }

  @Test
  void synonymsAreCheckedToo() {
    LexiconPhrase own =
        new LexiconPhrase(
            "充电桩坏", List.of("充电桩坏", "有人触电"), "facilities", "lift", 3, "gift", "emergency");

    assertThat(codes(NONE.withLexicon(List.of(own), List.of())))
        .containsExactly(
            Code.PHRASE_TWICE, Code.PHRASE_IS_DANGER, Code.KIND_UNKNOWN, Code.URGENCY_UNKNOWN);
  }

  @Test
  void whatIsNoLongerShippedNeedNotBeSwitchedOff() {
    assertThat(
            codes(
                NONE.withLexicon(
                    List.of(),
                    List.of(
                        new ShippedPhrase("facilities/lift", "电梯*坏", 1.6),
                        new ShippedPhrase("facilities/lift", "飞船", 1)))))
        .containsExactly(Code.OFF_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "充电桩打火, fire,",
    "油锅起火, ghosts, DANGER_GROUP_UNKNOWN",
    "困难, trapped, DANGER_NEVER_ACTS",
    "着火, fire, PHRASE_TWICE",
    "火, fire, PHRASE_TOO_SHORT",
    "漏水, burst, DANGER_EVERYDAY",
  })
  void emergencyWordsAct(String phrase, String group, Code wrong) {
    List<Code> found = codes(NONE.withDangers(List.of(new DangerPhrase(phrase, group)), List.of()));

    assertThat(found).isEqualTo(wrong == null ? List.of() : List.of(wrong));
  }

  @Test
  void aShippedEmergencyWordIsSwitchedOffWithAWarning() {
    List<Finding> found = check(NONE.withDangers(List.of(), List.of("电线掉*地上")));

    assertThat(found).extracting(Finding::code).containsExactly(Code.DANGER_OFF);
    assertThat(SettingsCheck.broken(found)).isFalse();
  }

  @Test
  void notTheCriticalOnes() {
    assertThat(codes(NONE.withDangers(List.of(), DangerCheck.CRITICAL.subList(0, 4))))
        .doesNotContain(Code.DANGER_CRITICAL_OFF);
    assertThat(codes(NONE.withDangers(List.of(), DangerCheck.CRITICAL.subList(0, 5))))
        .contains(Code.DANGER_CRITICAL_OFF);
  }

  @Test
  void theCriticalOnesAreShipped() {
    assertThat(Wording.shippedEmergencies().list())
        .extracting(DangerPhrase::phrase)
        .containsAll(DangerCheck.CRITICAL);
  }

  @Test
  void neverAWholeKindOfDanger() {
    List<String> violence =
        Wording.shippedEmergencies().list().stream()
            .filter(each -> each.group().equals("violence"))
            .map(DangerPhrase::phrase)
            .toList();

    assertThat(codes(NONE.withDangers(List.of(), violence))).contains(Code.DANGER_GROUP_OFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8点到12点", "12:00-08:30", "08:30-12:00, 11:00-18:00", "08:30-25:00"})
  void hoursCanBeRead(String typed) {
    List<String> week = List.of(typed, "", "", "", "", "", "");

    List<Finding> found = check(NONE.withHours(new Hours(false, week, true, List.of())));

    assertThat(found).extracting(Finding::code).containsExactly(Code.FRAMES_UNREADABLE);
    assertThat(found.get(0).field()).isEqualTo("hours.week.1");
  }

  @Test
  void aDeskThatIsNeverThereIsAMistake() {
    assertThat(codes(NONE.withHours(new Hours(false, Collections.nCopies(7, ""), true, List.of()))))
        .containsExactly(Code.NEVER_OPEN);
    assertThat(
            codes(
                NONE.withHours(
                    new Hours(
                        true,
                        List.of(),
                        true,
                        List.of(new Day("2027-02-10", "2027-02-05", "", ""))))))
        .containsExactly(Code.DAYS_UNREADABLE);
  }

  @Test
  void thereIsAnEnd() {
    LexiconPhrase own = new LexiconPhrase("充电桩", List.of(), "fees", "", 1, "", "");

    assertThat(codes(NONE.withLexicon(Collections.nCopies(5001, own), List.of())))
        .containsExactly(Code.TOO_MUCH);
  }

  private static List<Code> codes(DialogSettings settings) {
    return check(settings).stream().map(Finding::code).toList();
  }

  private static List<Finding> check(DialogSettings settings) {
    return SettingsCheck.of(settings, "安居物业", KNOWN);
  }
}
