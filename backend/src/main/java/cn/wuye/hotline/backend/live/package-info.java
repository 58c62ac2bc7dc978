/** Tells open screens what happens to tickets, on whichever node, as server-sent events. */
@NullMarked
package cn.wuye.hotline.backend.live;

import org.jspecify.annotations.NullMarked;
