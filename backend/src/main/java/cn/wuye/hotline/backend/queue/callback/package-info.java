/**
 * Who is to be called back: asked for in the queue, or given up waiting. Any node may place a
 * call-back; unique keys and leases decide which.
 */
@NullMarked
package cn.wuye.hotline.backend.queue.callback;

import org.jspecify.annotations.NullMarked;
