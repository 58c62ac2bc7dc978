/** The caller's end of the line: one AudioSocket stream with its own clock. */
@NullMarked
package cn.wuye.hotline.caller.line;

import org.jspecify.annotations.NullMarked;
