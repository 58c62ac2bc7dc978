/** Keeps the events of the queues. */
@NullMarked
package cn.wuye.hotline.backend.queue.log;

import org.jspecify.annotations.NullMarked;
