package cn.wuye.hotline.backend.dispatch.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff who gets jobs.
 *
 * @param version of this; 0 for one who is in no department yet
 * @param enabled whether he may sign in
 * @param department code; empty string for none
 * @param leads whether he leads the department
 * @param skills codes of categories and sub-categories; empty for all of the department
 * @param onDutyUntil on duty until then, whatever the plan says; null for by the plan
 */
public record CrewMember(
    long userId,
    long version,
    String login,
    String name,
    boolean enabled,
    String department,
    boolean leads,
    Set<String> skills,
    List<Shift> shifts,
    @Nullable Instant onDutyUntil) {
  /** Plans are read where the estates are. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** No shift is longer. */
  public static final Duration LONGEST_SHIFT = Duration.ofHours(24);

  private static final Duration UNPLANNED = Duration.ofHours(12);

  public CrewMember {
    skills = Set.copyOf(skills);
    shifts = List.copyOf(shifts);
  }

  /** Whether he works at this moment. */
  public boolean onShift(Instant now) {
    if (onDutyUntil != null && now.isBefore(onDutyUntil)) {
      return true;
    }
    LocalDateTime there = LocalDateTime.ofInstant(now, ZONE);
    return shifts.stream().anyMatch(shift -> shift.covers(there));
  }

  /**
   * Until when holds what he said at a moment: to the end of the shift that it lay in; when that
   * was in no shift of the plan, for 12 hours.
   */
  public Instant endOfShift(Instant moment) {
    LocalDateTime there = LocalDateTime.ofInstant(moment, ZONE);
    return shifts.stream()
        .filter(shift -> shift.covers(there))
        .map(shift -> shift.endsAfter(there))
        .max(Comparator.naturalOrder())
        .map(end -> end.atZone(ZONE).toInstant())
        .orElseGet(() -> moment.plus(UNPLANNED));
  }

  /** When his next shift begins; empty for one without any. */
  public Optional<Instant> nextShift(Instant now) {
    LocalDateTime there = LocalDateTime.ofInstant(now, ZONE);
    return shifts.stream()
        .map(shift -> shift.beginsAfter(there))
        .min(Comparator.naturalOrder())
        .map(begin -> begin.atZone(ZONE).toInstant());
  }
}
