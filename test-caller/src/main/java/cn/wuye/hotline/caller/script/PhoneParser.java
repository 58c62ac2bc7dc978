package cn.wuye.hotline.caller.script;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads one line of {@code phones:}. */
final class PhoneParser {
  private static final Set<String> REFUSALS = Set.of("busy", "no-answer", "rejected", "unknown");

  private PhoneParser() {}

  /** What the phone of the script's own person does when it is called. */
  static Phone own(Fields top) throws ScriptError {
    if (!top.has("answers")) {
      return Script.SOON;
    }
    return REFUSALS.contains(top.text("answers"))
        ? new Phone.Refuses(top.text("answers"))
        : new Phone.Answers(top.length("answers"), "");
  }

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
                + " is busy, no-answer, rejected, unknown or {answers-after: 2s, says: …}, not '"
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
