/** How figures are rounded where they are shown. */
@NullMarked
package cn.wuye.hotline.backend.rounding;

import org.jspecify.annotations.NullMarked;
