/** Callers who wait for a person on this node: what the dialog asks for, answered from memory. */
@NullMarked
package cn.wuye.hotline.backend.queue.waiting;

import org.jspecify.annotations.NullMarked;
