package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.SurveyResult;
import cn.wuye.hotline.ivr.port.Solved;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What counts of all that was said in a survey, in the order in which it was said. */
public final class Answers {
  private final List<Said> all;
  private final Map<Item, String> counting = new EnumMap<>(Item.class);

  private Answers(List<Said> all) {
    this.all = List.copyOf(all);
    Optional<Item> last = Optional.empty();
    for (Said said : all) {
      if (said.item() == Item.TAKEN_BACK) {
        last.ifPresent(counting::remove);
        last = Optional.empty();
        continue;
      }
      counting.put(said.item(), said.told().value());
      if (said.item() == Item.SOLVED || said.item() == Item.SATISFACTION) {
        last = Optional.of(said.item());
      }
    }
  }

  /**
   * @param all in the order in which it was said
   */
  public static Answers of(List<Said> all) {
    return new Answers(all);
  }

  /** What is known of her opinion. */
  public SurveyResult result() {
    boolean answered = solved().isPresent() || satisfaction().isPresent();
    boolean wanted = counting.containsKey(Item.PERSON_WANTED);
    boolean talked = counting.containsKey(Item.TALKED) && answered;
    return new SurveyResult(
        solved(),
        satisfaction(),
        counting.containsKey(Item.UNCLEAR) || (wanted && !talked),
        counting.containsKey(Item.DECLINED));
  }

  private Optional<Solved> solved() {
    return Optional.ofNullable(counting.get(Item.SOLVED)).map(Answers::known);
  }

  private Optional<Satisfaction> satisfaction() {
    return Optional.ofNullable(counting.get(Item.SATISFACTION))
        .flatMap(value -> Satisfaction.ofKey(Integer.parseInt(value)));
  }

  /** Whether anything was said that decides: an answer, or that somebody has to phone her. */
  public boolean decisive() {
    SurveyResult result = result();
    return result.answered() || result.forPerson();
  }

  /** A number that was answered, of one side or the recommendation. */
  public Optional<Integer> number(Item item) {
    return Optional.ofNullable(counting.get(item)).map(Integer::valueOf);
  }

  /** The value that counts; the empty string for none. */
  public String value(Item item) {
    return counting.getOrDefault(item, "");
  }

  /** All her comments that were understood, in one. */
  public String words() {
    return all.stream()
        .filter(said -> said.item() == Item.COMMENT)
        .map(said -> said.told().words())
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining(" "));
  }

  /** Whether part of what she said has to be listened to. */
  public boolean needsTranscript() {
    return all.stream().anyMatch(said -> said.item() == Item.COMMENT && !said.told().decoded());
  }

  /** The last thing said that decides; empty while there is none. */
  public Optional<Said> last() {
    return all.stream()
        .filter(said -> said.item() != Item.ENDED && said.item() != Item.NOBODY)
        .reduce((first, second) -> second);
  }

  /**
   * How a call ended by what was said in it.
   *
   * @return empty when nothing was
   */
  public Optional<CallOutcome> outcome(String source) {
    Answers here = in(source);
    return Upshot.of(here.decisive(), here.counting::containsKey);
  }

  /** Whether all is known that was said in a call. */
  public boolean ended(String source) {
    return in(source).counting.containsKey(Item.ENDED);
  }

  /** When she asked in a call to be phoned. */
  public Optional<Instant> askedFor(String source) {
    return Optional.of(in(source).value(Item.POSTPONED))
        .filter(value -> !value.isEmpty())
        .map(Instant::parse);
  }

  /** Those of one call alone. */
  public Answers in(String source) {
    return new Answers(all.stream().filter(said -> said.told().source().equals(source)).toList());
  }

  /** The code of an answer to whether it was solved. */
  public static String code(Solved answer) {
    return switch (answer) {
      case SOLVED -> "solved";
      case PARTLY -> "partly";
      case NOT_SOLVED -> "not-solved";
    };
  }

  private static Solved known(String code) {
    return solved(code)
        .orElseThrow(() -> new IllegalArgumentException("no answer has the code '" + code + "'"));
  }

  /** The answer to whether it was solved that has this code; empty for none. */
  public static Optional<Solved> solved(String code) {
    for (Solved each : Solved.values()) {
      if (code(each).equals(code)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
