/** Who a ticket's work is with, and what they did with it: automation, people, tasks. */
@NullMarked
package cn.wuye.hotline.backend.dispatch.work;

import org.jspecify.annotations.NullMarked;
