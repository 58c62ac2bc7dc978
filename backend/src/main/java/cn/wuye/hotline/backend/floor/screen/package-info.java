/** Shows people what goes on, as it changes: each what she may see. */
@NullMarked
package cn.wuye.hotline.backend.floor.screen;

import org.jspecify.annotations.NullMarked;
