package cn.wuye.hotline.router.queue;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an agent can and a call may need.
 *
 * @param value what of its kind, {@code yue} or {@code facilities}; letters, digits, dots, hyphens
 *     and underscores; empty for an emergency
 */
public record Skill(Kind kind, String value) implements Comparable<Skill> {
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._-]{1,40}");

  /** Takes emergencies. */
  public static final Skill EMERGENCY = new Skill(Kind.EMERGENCY, "");

  /** The kinds, in the order in which a call's needs matter. */
  public enum Kind {
    EMERGENCY,
    DIALECT,
    CATEGORY
  }

  public Skill {
    boolean fits = kind == Kind.EMERGENCY ? value.isEmpty() : VALUE.matcher(value).matches();
    if (!fits) {
      throw new IllegalArgumentException("no " + name(kind) + ": '" + value + "'");
    }
  }

  public static Skill dialect(String code) {
    return new Skill(Kind.DIALECT, code);
  }

  public static Skill category(String code) {
    return new Skill(Kind.CATEGORY, code);
  }

  /**
   * Reads {@link #toString}'s form.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Skill parse(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String value = colon < 0 ? "" : text.substring(colon + 1);
    for (Kind known : Kind.values()) {
      if (name(known).equals(kind)) {
        return new Skill(known, value);
      }
    }
    throw new IllegalArgumentException("no kind of skill: '" + kind + "'");
  }

  @Override
  public int compareTo(Skill other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : value.compareTo(other.value);
  }

  /** {@code emergency}, {@code dialect:yue}, {@code category:facilities}. */
  @Override
  public String toString() {
    return value.isEmpty() ? name(kind) : name(kind) + ":" + value;
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
