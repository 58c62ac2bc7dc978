package cn.wuye.hotline.ivr.agi;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The words that end a turn at once, wherever they are heard.
 *
 * @param phrases what the spotter of a call listens for
 * @param spotted the emergency word in what was understood so far, if there is one; called on
 *     threads of the recogniser, must be quick
 */
public record EmergencySpotter(
    Supplier<List<String>> phrases, Function<String, Optional<String>> spotted) {

  /** Listens for nothing. */
  public static final EmergencySpotter NONE =
      new EmergencySpotter(List::of, text -> Optional.empty());
}
