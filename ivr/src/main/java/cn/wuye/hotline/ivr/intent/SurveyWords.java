package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.data.DataFile;
import cn.wuye.hotline.ivr.port.Solved;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How residents answer a survey, in Mandarin and in the words of dialects. From data, thread-safe.
 */
public final class SurveyWords {
  /** A bare number is an answer; one in a sentence may be a building's. */
  private static final int SHORT = 4;

  /** What is longer tells something besides. */
  private static final int ANSWER = 9;

  /** So many characters besides an agreement are still nothing that is told: 我在家. */
  private static final int BESIDES = 3;

  private static final Pattern FILLERS = Pattern.compile("[嗯哎好行对是得中要就那我你]|现在|这会儿|[刚正]好");

  /** 好几天, 好久: how much, and not how well. */
  private static final Pattern HOW_MANY = Pattern.compile("好(?=[几久])");

  private static final double CERTAIN = 0.94;
  private static final String NUMERAL = "([零〇一二两三四五六七八九十0-9]{1,3})";
  private static final Pattern BARE = Pattern.compile("(?:按|选|打|给|第)?" + NUMERAL + "(?:分|个|号)?");
  private static final Pattern POINTS = Pattern.compile(NUMERAL + "分");

  private final Meanings<Solved> solved;
  private final Meanings<Integer> satisfaction;
  private final Meanings<Boolean> convenient;
  private final PhraseList decline;
  private final PhraseList stranger;
  private final PhraseList other;
  private final PhraseList unknown;
  private final List<String> hello;
  private final List<String> agreeing;
  private final List<String> refusing;
  private final List<String> solvedChoices;
  private final List<String> satisfactionChoices;
  private final Commands commands;

  private SurveyWords(DataFile file, Commands commands) {
    solved =
        Meanings.read(
            file.mapping("solved"),
            code -> Solved.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')));
    satisfaction = Meanings.read(file.mapping("satisfaction"), Integer::valueOf);
    convenient = Meanings.read(file.mapping("convenient"), "yes"::equals);
    decline = standard(file.requiredTexts("decline"));
    stranger = standard(file.requiredTexts("stranger"));
    other = standard(file.requiredTexts("else"));
    unknown = standard(file.requiredTexts("unknown"));
    hello = standard(file.requiredTexts("hello")).texts();
    agreeing = longestFirst(file.mapping("convenient").requiredTextsOfLists("yes"));
    refusing = longestFirst(file.mapping("convenient").requiredTextsOfLists("no"));
    DataFile choices = file.mapping("choices");
    solvedChoices = choices.requiredTexts("solved");
    satisfactionChoices = choices.requiredTexts("satisfaction");
    this.commands = commands;
  }

  private static PhraseList standard(List<String> phrases) {
    return new PhraseList(phrases.stream().map(StandardWords::of).toList());
  }

  /** Single characters are in anything. */
  private static List<String> longestFirst(List<String> phrases) {
    return standard(phrases).texts().stream()
        .filter(phrase -> phrase.length() > 1)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /** The words that are shipped with the hotline. */
  public static SurveyWords shipped() {
    return new SurveyWords(DataFile.resource("/intent/survey.yml"), Commands.shipped());
  }

  /** Whether the problem is solved; a part that is not counts wherever it is said. */
  public Optional<Solved> solved(String text) {
    if (unknown.in(Utterance.of(text)) >= CERTAIN) {
      return Optional.empty();
    }
    return solvedSaid(text)
        .or(() -> bare(text).flatMap(SurveyWords::solvedByKey))
        .or(() -> commands.yesOrNo(text).map(yes -> yes ? Solved.SOLVED : Solved.NOT_SOLVED));
  }

  /** The same without yes, no and numbers, which answer other questions as well. */
  public Optional<Solved> solvedSaid(String text) {
    List<Solved> all = solved.all(Utterance.of(text));
    if (all.contains(Solved.PARTLY)) {
      return Optional.of(Solved.PARTLY);
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** What the keys 1, 2 and 3 mean. */
  public static Optional<Solved> solvedByKey(int key) {
    return switch (key) {
      case 1 -> Optional.of(Solved.SOLVED);
      case 2 -> Optional.of(Solved.NOT_SOLVED);
      case 3 -> Optional.of(Solved.PARTLY);
      default -> Optional.empty();
    };
  }

  /** How satisfied, 5 to 1. */
  public Optional<Integer> satisfaction(String text) {
    Optional<Integer> said = satisfaction.last(Utterance.of(HOW_MANY.matcher(text).replaceAll("")));
    return bare(text).filter(value -> value >= 1 && value <= 5).or(() -> said);
  }

  /** Points from 0 to 10. */
  public Optional<Integer> points(String text) {
    Matcher named = POINTS.matcher(plain(text));
    Optional<Integer> points = named.find() ? number(named.group(1)) : bare(text);
    return points.filter(value -> value >= 0 && value <= 10);
  }

  /**
   * Whether it suits to talk now: "好，等会儿再打" says no. Yes and no alone ({@link Commands#yesOrNo})
   * are left to who asks.
   */
  public Optional<Boolean> convenient(String text) {
    List<Boolean> all = convenient.all(Utterance.of(text));
    return all.isEmpty() ? Optional.empty() : Optional.of(!all.contains(false));
  }

  /** Whether she does not want to be phoned for surveys any more. */
  public boolean declines(String text) {
    return decline.in(Utterance.of(text)) >= CERTAIN;
  }

  /** Whether she goes on to another matter. */
  public boolean goesOn(String text) {
    return other.in(Utterance.of(text)) >= CERTAIN;
  }

  /** Whether it is somebody else who has answered. */
  public boolean stranger(String text) {
    return stranger.in(Utterance.of(text)) >= CERTAIN;
  }

  /** Whether nothing is said but hello. */
  public boolean onlyHello(String text) {
    return without(plain(text), hello).isEmpty();
  }

  /** Whether she agrees to answer now, and says hardly anything besides. */
  public boolean agrees(String text) {
    boolean said = convenient(text).or(() -> commands.yesOrNo(text)).orElse(false);
    String besides = FILLERS.matcher(without(plain(text), agreeing)).replaceAll("");
    return said && besides.length() <= BESIDES;
  }

  /** Whether it does not suit her to answer now. */
  public boolean refuses(String text) {
    boolean no = commands.yesOrNo(text).filter(yes -> !yes).isPresent();
    return convenient(text).filter(suits -> !suits).isPresent()
        || (no && plain(text).length() <= ANSWER);
  }

  /**
   * Whether it is solved, said by who was asked whether it suits her: "没问题" agrees, and in "没得空"
   * there is no answer.
   */
  public Optional<Solved> solvedBesides(String text) {
    return convenient(text).orElse(false)
        ? Optional.empty()
        : solvedSaid(without(StandardWords.of(text), refusing));
  }

  private static String without(String text, List<String> phrases) {
    String rest = text;
    for (String phrase : phrases) {
      rest = rest.replace(phrase, "");
    }
    return rest;
  }

  /** What may be said to whether it was solved, for a grammar. */
  public List<String> solvedPhrases() {
    return solvedChoices;
  }

  /** What may be said to how satisfied she is, for a grammar. */
  public List<String> satisfactionPhrases() {
    return satisfactionChoices;
  }

  private static Optional<Integer> bare(String text) {
    String plain = plain(text);
    Matcher bare = BARE.matcher(plain);
    return plain.length() <= SHORT && bare.matches() ? number(bare.group(1)) : Optional.empty();
  }

  private static String plain(String text) {
    return StandardWords.of(text).replaceAll("[\\p{P}\\s吧啊呀了嘛]", "");
  }

  private static Optional<Integer> number(String numeral) {
    return Optional.of(SpokenNumber.of(numeral)).filter(value -> value >= 0);
  }
}
