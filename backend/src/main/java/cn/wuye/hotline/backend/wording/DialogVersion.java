package cn.wuye.hotline.backend.wording;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version without its contents.
 *
 * @param number its number, from 1; 0 stands for what is shipped
 * @param basedOn the version it was made from
 * @param author login of who wrote it
 * @param changes what differs from the version it was made from, {@code lexicon + 充电桩坏}
 * @param liveAt when it last went live; null when it never did
 * @param liveBy who did that
 */
public record DialogVersion(
    long number,
    long basedOn,
    VersionState state,
    String author,
    Instant createdAt,
    String note,
    List<String> changes,
    @Nullable Instant liveAt,
    @Nullable String liveBy) {
  public DialogVersion {
    changes = List.copyOf(changes);
  }
}
