/** Polls by phone: whom the campaign calls, what she is asked, what becomes of the call. */
@NullMarked
package cn.wuye.hotline.backend.poll.call;

import org.jspecify.annotations.NullMarked;
