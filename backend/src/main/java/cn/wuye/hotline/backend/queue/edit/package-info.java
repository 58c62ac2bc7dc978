/**
 * Queues as people define and run them: checked, kept with an audit entry, refused when unsound.
 */
@NullMarked
package cn.wuye.hotline.backend.queue.edit;

import org.jspecify.annotations.NullMarked;
