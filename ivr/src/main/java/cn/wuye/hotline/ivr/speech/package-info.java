/** Speech to text behind one small port; Vosk in-process is the adapter shipped. */
@NullMarked
package cn.wuye.hotline.ivr.speech;

import org.jspecify.annotations.NullMarked;
