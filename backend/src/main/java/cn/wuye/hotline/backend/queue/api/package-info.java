/** Queues and call-backs over REST. */
@NullMarked
package cn.wuye.hotline.backend.queue.api;

import org.jspecify.annotations.NullMarked;
