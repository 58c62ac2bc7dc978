/** Compares new tickets with others, on every node, and does what needs nobody to decide. */
@NullMarked
package cn.wuye.hotline.backend.related.watch;

import org.jspecify.annotations.NullMarked;
