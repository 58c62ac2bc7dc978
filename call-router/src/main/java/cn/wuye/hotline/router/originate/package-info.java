/** Outbound calls and their outcome. */
@NullMarked
package cn.wuye.hotline.router.originate;

import org.jspecify.annotations.NullMarked;
