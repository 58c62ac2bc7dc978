/** Deadline rules and working calendars in the console: reading, trying, changing, history. */
@NullMarked
package cn.wuye.hotline.backend.console.deadline;

import org.jspecify.annotations.NullMarked;
