/** Figures of the queues and staff plans in the console. */
@NullMarked
package cn.wuye.hotline.backend.console.traffic;

import org.jspecify.annotations.NullMarked;
