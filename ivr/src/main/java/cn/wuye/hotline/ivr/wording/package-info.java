/**
 * What a company may change of the dialogs without programming, checked and made ready for calls.
 */
@NullMarked
package cn.wuye.hotline.ivr.wording;

import org.jspecify.annotations.NullMarked;
