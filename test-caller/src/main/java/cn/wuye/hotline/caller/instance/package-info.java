/** Instances of the hotline that benches and tests start for themselves and take down again. */
@NullMarked
package cn.wuye.hotline.caller.instance;

import org.jspecify.annotations.NullMarked;
