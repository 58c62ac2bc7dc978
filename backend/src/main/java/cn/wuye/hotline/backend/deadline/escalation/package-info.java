/** Who is told when a deadline comes near or has passed: the ladder, as a function. */
@NullMarked
package cn.wuye.hotline.backend.deadline.escalation;

import org.jspecify.annotations.NullMarked;
