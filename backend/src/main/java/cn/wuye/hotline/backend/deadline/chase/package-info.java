/** Tells people before a deadline and after it: jobs that run on whichever node is free. */
@NullMarked
package cn.wuye.hotline.backend.deadline.chase;

import org.jspecify.annotations.NullMarked;
