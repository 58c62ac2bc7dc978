/** Sound as numbers: 8 kHz 16-bit mono frames, voice activity, the end of a turn. */
@NullMarked
package cn.wuye.hotline.ivr.audio;

import org.jspecify.annotations.NullMarked;
