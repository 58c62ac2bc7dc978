/**
 * What the staff does with polls: drafts, begins, pauses and ends them, and sees what came of it.
 */
@NullMarked
package cn.wuye.hotline.backend.poll.desk;

import org.jspecify.annotations.NullMarked;
