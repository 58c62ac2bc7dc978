/** Keeps what happens in the queues of this node, and when it could not be seen. */
@NullMarked
package cn.wuye.hotline.backend.queue.history;

import org.jspecify.annotations.NullMarked;
