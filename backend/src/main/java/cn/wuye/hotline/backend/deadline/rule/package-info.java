/** Deadline rules: what has to be done within what time, for which tickets, and why this rule. */
@NullMarked
package cn.wuye.hotline.backend.deadline.rule;

import org.jspecify.annotations.NullMarked;
