/** Ticket numbers that can be promised to a caller while the database is away. */
@NullMarked
package cn.wuye.hotline.backend.intake.number;

import org.jspecify.annotations.NullMarked;
