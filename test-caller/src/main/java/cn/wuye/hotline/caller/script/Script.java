package cn.wuye.hotline.caller.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a caller does in one call.
 *
 * @param from the number she calls from; empty when she withholds it
 * @param voice the espeak-ng voice she speaks with
 * @param noise signal-to-noise ratio in dB of what she sends; empty for a quiet place
 * @param phones telephones that the script answers, by number
 */
public record Script(
    Path file,
    Optional<String> from,
    String voice,
    OptionalDouble noise,
    Map<String, Phone> phones,
    List<Step> steps) {

  public static final String DEFAULT_VOICE = "cmn-latn-pinyin";

  public Script {
    phones = Map.copyOf(phones);
    steps = List.copyOf(steps);
  }

  /** The same script, called from another number. */
  public Script withFrom(String number) {
    return new Script(file, Optional.of(number), voice, noise, phones, steps);
  }
}
