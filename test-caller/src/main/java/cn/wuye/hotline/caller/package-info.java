/** A caller without a phone: real SIP calls that listen and answer. */
@NullMarked
package cn.wuye.hotline.caller;

import org.jspecify.annotations.NullMarked;
