/** Polls in the console. */
@NullMarked
package cn.wuye.hotline.backend.console.poll;

import org.jspecify.annotations.NullMarked;
