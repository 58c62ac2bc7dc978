package cn.wuye.hotline.backend.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Who is to be responsible for a ticket.
 *
 * @param owner login; null for nobody by name
 * @param department code of the department that leads; null leaves it as it is
 */
public record Responsible(@Nullable String owner, @Nullable String department) {}
