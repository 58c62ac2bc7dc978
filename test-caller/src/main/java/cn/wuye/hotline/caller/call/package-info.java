/** One call played by its script, and many of them at once. */
@NullMarked
package cn.wuye.hotline.caller.call;

import org.jspecify.annotations.NullMarked;
