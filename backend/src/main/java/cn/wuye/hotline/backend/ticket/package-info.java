/** Tickets: the aggregate, its states, numbers, list and append-only timeline. */
@NullMarked
package cn.wuye.hotline.backend.ticket;

import org.jspecify.annotations.NullMarked;
