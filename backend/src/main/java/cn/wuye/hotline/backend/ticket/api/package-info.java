/** Tickets over REST. */
@NullMarked
package cn.wuye.hotline.backend.ticket.api;

import org.jspecify.annotations.NullMarked;
