/** Scripts of callers: what she does, read from YAML, with errors that name line and step. */
@NullMarked
package cn.wuye.hotline.caller.script;

import org.jspecify.annotations.NullMarked;
