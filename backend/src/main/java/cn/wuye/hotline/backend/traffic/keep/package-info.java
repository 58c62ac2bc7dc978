/** Keeps the sums of past days, and makes the history of calls of them. */
@NullMarked
package cn.wuye.hotline.backend.traffic.keep;

import org.jspecify.annotations.NullMarked;
