package cn.wuye.hotline.backend.knowledge;

import java.time.Instant;

/**
 * An article in one of its versions.
 *
 * @param version from 0
 * @param archived out of use; kept to be seen
 * @param changedBy login of who made this version
 */
public record Article(
    long id, long version, Entry entry, boolean archived, String changedBy, Instant changedAt) {}
