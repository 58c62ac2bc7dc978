/** Calls that the hotline makes, whatever for: one with a number at a time, and so many a day. */
@NullMarked
package cn.wuye.hotline.backend.outbound;

import org.jspecify.annotations.NullMarked;
