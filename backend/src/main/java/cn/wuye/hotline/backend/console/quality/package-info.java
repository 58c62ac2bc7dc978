/** Quality checks in the console. */
@NullMarked
package cn.wuye.hotline.backend.console.quality;

import org.jspecify.annotations.NullMarked;
