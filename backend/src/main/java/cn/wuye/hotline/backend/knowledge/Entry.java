package cn.wuye.hotline.backend.knowledge;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.ivr.data.Sha256;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an article says.
 *
 * @param title the question
 * @param answer plain text
 * @param words by which people ask for it besides, separated by blanks; may be empty
 * @param category code; empty string for none
 * @param subcategory code; empty string for none
 * @param estates where it holds, by id; empty: everywhere
 * @param validFrom the first day; null: always so far
 * @param validUntil the last day; null: from then on
 */
public record Entry(
    String title,
    String answer,
    String words,
    String category,
    String subcategory,
    List<EstateId> estates,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil) {

  public Entry {
    title = title.strip();
    answer = answer.strip().replace("\r\n", "\n");
    words = words.strip();
    estates =
        estates.stream().distinct().sorted(Comparator.comparingLong(EstateId::value)).toList();
  }

  /** Whether it holds everywhere. */
  public boolean general() {
    return estates.isEmpty();
  }

  /** Whether it holds in this estate. */
  public boolean holdsIn(EstateId estate) {
    return general() || estates.contains(estate);
  }

  /** Whether it holds on this day. */
  public boolean validOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validUntil == null || !day.isAfter(validUntil));
  }

  /** Whether it holds anywhere that this scope sees. */
  public boolean seenBy(EstateScope scope) {
    return general() || estates.stream().anyMatch(scope::sees);
  }

  /** Whether it holds nowhere but where this scope sees: what holds everywhere is the company's. */
  public boolean writtenBy(EstateScope scope) {
    return scope.all() || (!general() && estates.stream().allMatch(scope::sees));
  }

  /** The same question for the same estates has the same key: 64 hexadecimal digits. */
  public String key() {
    return Sha256.of(title + "\n" + ids());
  }

  /** The estates' ids, separated by blanks; empty string: everywhere. */
  public String ids() {
    return estates.stream().map(EstateId::toString).collect(Collectors.joining(" "));
  }
}
