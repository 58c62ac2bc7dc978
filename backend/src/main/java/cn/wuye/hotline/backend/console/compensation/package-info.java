/** Compensations in the console. */
@NullMarked
package cn.wuye.hotline.backend.console.compensation;

import org.jspecify.annotations.NullMarked;
