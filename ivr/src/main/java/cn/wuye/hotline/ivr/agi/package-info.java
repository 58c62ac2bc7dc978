/**
 * The real telephone: FastAGI for call control, AudioSocket for sound, plain AGI when that fails.
 */
@NullMarked
package cn.wuye.hotline.ivr.agi;

import org.jspecify.annotations.NullMarked;
