/**
 * Sound as the test caller judges it: what is audible, which prompt it is, speech made by machine.
 */
@NullMarked
package cn.wuye.hotline.caller.sound;

import org.jspecify.annotations.NullMarked;
