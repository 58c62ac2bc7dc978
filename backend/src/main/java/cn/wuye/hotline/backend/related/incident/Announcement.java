package cn.wuye.hotline.backend.related.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people are told of an incident.
 *
 * @param words as callers hear them, "3号楼停电", 1–{@value #MAX_WORDS} characters
 * @param buildings where they hear it, by the directory's names; none for the whole estate
 * @param expectedEnd null while nobody knows
 */
public record Announcement(String words, List<String> buildings, @Nullable Instant expectedEnd) {
  /** Longest words, in characters: they come before the caller may speak. */
  public static final int MAX_WORDS = 30;

  public Announcement {
    buildings = buildings.stream().distinct().toList();
  }
}
