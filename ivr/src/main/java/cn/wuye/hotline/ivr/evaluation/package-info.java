/** How well what callers say is understood, measured on sentences of which the meaning is known. */
@NullMarked
package cn.wuye.hotline.ivr.evaluation;

import org.jspecify.annotations.NullMarked;
