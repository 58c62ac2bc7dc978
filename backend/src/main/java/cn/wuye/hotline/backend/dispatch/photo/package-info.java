/** Photos that crews take of their work: checked by what they hold, and stripped of where. */
@NullMarked
package cn.wuye.hotline.backend.dispatch.photo;

import org.jspecify.annotations.NullMarked;
