package cn.wuye.hotline.backend.survey.sms;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.store.Told;
import cn.wuye.hotline.ivr.intent.SurveyWords;
import cn.wuye.hotline.ivr.port.Solved;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Reads what people answer to an SMS: a key, and the words that are understood on the phone. What
 * contradicts itself is not read. Thread-safe.
 */
@Component
class ReplyWords {
  static final String SOLVED = "1";
  static final String NOT_SOLVED = "2";
  static final String PARTLY = "3";
  static final String STOP = "TD";

  private static final Pattern NO_MORE = Pattern.compile("(?i)td|t|退订|退订回访|取消回访|stop|unsubscribe");

  /** A key, unless it is a number of something: 2号楼, 3天了, 1.5. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?s)([1-3])(?![0-9]|[.:][0-9]|\\s*[年月日号楼栋幢层单室天点次个分元块人户小米度周家台部])" + "[\\p{P}\\s]*(.*)");

  private static final Pattern DIGIT = Pattern.compile("([45])[\\p{P}\\s]*");
  private static final Pattern POINTS = Pattern.compile("(?<![0-9.])([1-5])\\s*分(?![0-9钟之])");
  private static final Pattern JUDGED = Pattern.compile("满意|满分|[1-5一二三四五]颗?星");

  /** Not 好了, which is an answer. */
  private static final Pattern COURTESY =
      Pattern.compile(
          "(?i)((非常|太|真的?)?(谢谢|感谢|多谢|辛苦)(你们|您们|大家|师傅|你|您|了|啦|啊)*"
              + "|好的?(啊|呀|吧|嘞)?|嗯+|收到了?|知道了|明白了?|不客气|ok(ay)?|thankyou|thanks?)*");

  /** What is longer is no yes or no. */
  private static final int SHORT = 6;

  private final SurveyWords words = SurveyWords.shipped();

  /** What it says; a person is to phone where that is nothing. */
  Reading read(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    String comment = Text.fitted(text.strip(), Told.MAX_WORDS);
    if (NO_MORE.matcher(bare(plain)).matches()) {
      return new Reading(Optional.empty(), Optional.empty(), false, true, false, "");
    }
    if (courtesy(plain)) {
      return new Reading(Optional.empty(), Optional.empty(), false, false, true, comment);
    }
    Matcher key = KEY.matcher(plain);
    return key.matches()
        ? byKey(Integer.parseInt(key.group(1)), key.group(2).strip(), comment)
        : byWords(plain, comment);
  }

  private Reading byKey(int key, String rest, String comment) {
    Solved keyed = SurveyWords.solvedByKey(key).orElseThrow();
    Optional<Solved> said = rest.isEmpty() ? Optional.empty() : words.solvedSaid(rest);
    boolean contradicts =
        said.filter(
                other ->
                    keyed == Solved.SOLVED
                        ? other != Solved.SOLVED
                        : keyed == Solved.NOT_SOLVED && other == Solved.SOLVED)
            .isPresent();
    return reading(
        contradicts ? Optional.empty() : Optional.of(keyed), rest, rest.isEmpty() ? "" : comment);
  }

  private Reading byWords(String plain, String comment) {
    Matcher digit = DIGIT.matcher(plain);
    if (digit.matches()) {
      Optional<Satisfaction> score = Satisfaction.ofKey(Integer.parseInt(digit.group(1)));
      return new Reading(Optional.empty(), score, false, false, false, "");
    }
    String rest = POINTS.matcher(plain).replaceAll("").strip();
    Optional<Solved> said = bare(rest).isEmpty() ? Optional.empty() : solved(rest);
    boolean onlyPoints = bare(rest).isEmpty() && !bare(plain).isEmpty();
    return reading(said, plain, onlyPoints ? "" : comment);
  }

  private Optional<Solved> solved(String text) {
    Optional<Solved> answer = words.solved(text);
    // A yes or no at the beginning of a long sentence may be about anything, as in 不满意.
    return bare(text).length() <= SHORT && !JUDGED.matcher(text).find()
        ? answer
        : answer.filter(any -> words.solvedSaid(text).isPresent());
  }

  /**
   * @param text the words beside the key
   */
  private Reading reading(Optional<Solved> solved, String text, String comment) {
    boolean declined = words.declines(text);
    Optional<Satisfaction> score = score(text);
    boolean read = solved.isPresent() || score.isPresent() || declined;
    boolean more =
        solved.equals(Optional.of(Solved.SOLVED))
            && !text.isEmpty()
            && (words.goesOn(text) || complains(text, score));
    return new Reading(solved, score, !read || more, declined, false, comment);
  }

  /** Only what she says of her own accord to be one is a score; she was not asked for it. */
  private Optional<Satisfaction> score(String text) {
    Matcher points = POINTS.matcher(text);
    if (points.find()) {
      return Satisfaction.ofKey(Integer.parseInt(points.group(1)));
    }
    return JUDGED.matcher(text).find()
        ? words.satisfaction(text).flatMap(Satisfaction::ofKey)
        : Optional.empty();
  }

  private boolean complains(String text, Optional<Satisfaction> score) {
    return score.isEmpty()
        && words
            .satisfaction(text)
            .flatMap(Satisfaction::ofKey)
            .filter(Satisfaction::bad)
            .isPresent();
  }

  private static boolean courtesy(String plain) {
    return !plain.contains("?") && COURTESY.matcher(bare(plain)).matches();
  }

  /** Without punctuation, symbols and blanks. */
  private static String bare(String text) {
    return text.replaceAll("[\\p{P}\\p{S}\\s\\p{Cf}\\p{Mn}]", "");
  }
}
