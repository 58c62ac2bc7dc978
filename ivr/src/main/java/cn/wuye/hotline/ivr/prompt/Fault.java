package cn.wuye.hotline.ivr.prompt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a recording of a prompt. */
public enum Fault {
  /** Nobody speaks in it. */
  SILENT,
  /**
   * The microphone was too loud: the tops of the waves are cut off, and nothing brings them back.
   */
  CLIPPED,
  /** So quiet that levelling it would bring up the noise. */
  TOO_QUIET,
  /** Much longer than the words take: something else was said, or the end was not cut. */
  TOO_LONG,
  /** Much shorter than the words take: the beginning or the end is missing. */
  TOO_SHORT;

  /** For bundles, files and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Empty when there is no such code. */
  public static Optional<Fault> ofCode(String code) {
    return Arrays.stream(values()).filter(fault -> fault.code().equals(code)).findFirst();
  }
}
