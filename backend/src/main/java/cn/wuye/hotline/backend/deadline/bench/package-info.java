/** How fast clocks are calculated; started by {@code ./hotline bench clocks}. */
@NullMarked
package cn.wuye.hotline.backend.deadline.bench;

import org.jspecify.annotations.NullMarked;
