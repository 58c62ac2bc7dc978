/** What Asterisk says of itself and of its lines. */
@NullMarked
package cn.wuye.hotline.router.exchange;

import org.jspecify.annotations.NullMarked;
