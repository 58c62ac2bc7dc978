package cn.wuye.hotline.backend.moving;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known while the rows of one sheet are judged. */
final class Check {
  private final String source;
  private final Instant now;
  private final EstateIndex estates;
  private final Map<String, String> letters;
  private final Map<String, Integer> seen = new HashMap<>();
  private final boolean dry;

  /**
   * @param source the older system, where the rows do not name it
   * @param letters column codes with the letters they have in the file
   * @param dry nothing is written: what would be added counts as being there
   */
  Check(String source, Instant now, EstateIndex estates, Map<String, String> letters, boolean dry) {
    this.source = source;
    this.now = now;
    this.estates = estates;
    this.letters = letters;
    this.dry = dry;
  }

  String source() {
    return source;
  }

  Instant now() {
    return now;
  }

  EstateIndex estates() {
    return estates;
  }

  boolean dry() {
    return dry;
  }

  String letter(String column) {
    return letters.getOrDefault(column, "");
  }

  /**
   * The row that had this key before, null when this is the first. While entering nothing is looked
   * for: the check has told repeats already.
   */
  @Nullable Integer seenBefore(String key, int row) {
    Integer before = dry ? seen.putIfAbsent(key, row) : null;
    // A chunk whose transaction is run again meets itself.
    return before != null && before == row ? null : before;
  }
}
