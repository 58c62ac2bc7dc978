package cn.wuye.hotline.caller.script;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads one line of {@code phones:}. */
final class PhoneParser {
  private static final Set<String> REFUSALS = Set.of("busy", "no-answer", "rejected");

  private PhoneParser() {}

  static Phone parse(String file, String number, Fields numbers) throws ScriptError {
    int line = Fields.line(numbers.node(number));
    if (!number.matches("\\+?[0-9]{2,20}")) {
      throw numbers.error(line, "a phone's number is 2–20 digits in quotes, not '" + number + "'");
    }
    if (numbers.node(number) instanceof ScalarNode word) {
      if (!REFUSALS.contains(word.getValue())) {
        throw numbers.error(
            line,
            "phone "
                + number
                + " is busy, no-answer, rejected or {answers-after: 2s, says: …}, not '"
                + word.getValue()
                + "'");
      }
      return new Phone.Refuses(word.getValue());
    }
    Fields answers = Fields.of(file, "", numbers.node(number));
    answers.allowOnly(List.of("answers-after", "says"));
    return new Phone.Answers(
        answers.length("answers-after", Duration.ZERO), answers.text("says", ""));
  }
}
