/** Deadlines: what happened to a ticket and the rules give its clocks, due times and results. */
@NullMarked
package cn.wuye.hotline.backend.deadline;

import org.jspecify.annotations.NullMarked;
