package cn.wuye.hotline.caller.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What somebody does in one call: a caller, or a resident whom the hotline calls.
 *
 * @param from the number she calls from, or has; empty when she withholds it
 * @param voice the espeak-ng voice she speaks with
 * @param noise signal-to-noise ratio in dB of what she sends; empty for a quiet place
 * @param phones telephones that the script answers, by number
 * @param answers what her own phone does when the hotline calls her
 */
public record Script(
    Path file,
    Optional<String> from,
    String voice,
    OptionalDouble noise,
    Map<String, Phone> phones,
    Phone answers,
    List<Step> steps) {

  public static final String DEFAULT_VOICE = "cmn-latn-pinyin";

  /** People look who is calling. */
  static final Phone.Answers SOON = new Phone.Answers(Duration.ofSeconds(1), "");

  public Script {
    phones = Map.copyOf(phones);
    steps = List.copyOf(steps);
  }

  /** Of a caller. */
  public Script(
      Path file,
      Optional<String> from,
      String voice,
      OptionalDouble noise,
      Map<String, Phone> phones,
      List<Step> steps) {
    this(file, from, voice, noise, phones, SOON, steps);
  }

  /** The same script, called from another number. */
  public Script withFrom(String number) {
    return new Script(file, Optional.of(number), voice, noise, phones, answers, steps);
  }
}
