package cn.wuye.hotline.ivr.prompt;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A set of recordings by one voice: of a dialect ({@code cmn}, {@code yue}), or what one estate
 * greets its callers with ({@code estate-3}).
 *
 * @param code also the name of the set's folder
 */
public record VoiceSet(String code) implements Comparable<VoiceSet> {
  private static final Pattern DIALECT = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}");
  private static final Pattern ESTATE = Pattern.compile("estate-[1-9][0-9]{0,17}");
  private static final int LONGEST = 24;

  /** What callers hear of whom nothing is known, and what stands in for other sets' gaps. */
  public static final VoiceSet DEFAULT = new VoiceSet("cmn");

  public VoiceSet {
    if (!isValid(code)) {
      throw new IllegalArgumentException("not a voice set: '" + code + "'");
    }
  }

  private static boolean isValid(String code) {
    boolean known = DIALECT.matcher(code).matches() || ESTATE.matcher(code).matches();
    return known && code.length() <= LONGEST;
  }

  /** Empty when the text names no set. */
  public static Optional<VoiceSet> find(String code) {
    return isValid(code) ? Optional.of(new VoiceSet(code)) : Optional.empty();
  }

  /** Whether it holds an estate's greeting rather than a whole voice. */
  public boolean isEstate() {
    return code.startsWith("estate-");
  }

  @Override
  public int compareTo(VoiceSet other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
