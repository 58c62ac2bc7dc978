/** Recordings and transcripts, and where the sound is kept. */
@NullMarked
package cn.wuye.hotline.backend.recording;

import org.jspecify.annotations.NullMarked;
