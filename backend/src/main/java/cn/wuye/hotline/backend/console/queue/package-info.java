/** Queues and call-backs in the console. */
@NullMarked
package cn.wuye.hotline.backend.console.queue;

import org.jspecify.annotations.NullMarked;
