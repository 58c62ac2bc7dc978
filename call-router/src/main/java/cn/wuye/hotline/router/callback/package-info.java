/** Call-backs on the phone: one waits in its queue for an agent, then the resident is rung. */
@NullMarked
package cn.wuye.hotline.router.callback;

import org.jspecify.annotations.NullMarked;
