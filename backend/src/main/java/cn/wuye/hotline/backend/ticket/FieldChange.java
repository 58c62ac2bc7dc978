package cn.wuye.hotline.backend.ticket;

import org.jspecify.annotations.Nullable;

/**
 * One field that was changed.
 *
 * @param field a code of {@link Field}
 * @param from null when it was not set
 * @param to null when it is not set any more
 */
public record FieldChange(String field, @Nullable String from, @Nullable String to) {}
