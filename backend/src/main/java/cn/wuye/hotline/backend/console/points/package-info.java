/** Points in the console. */
@NullMarked
package cn.wuye.hotline.backend.console.points;

import org.jspecify.annotations.NullMarked;
