/** Speech to text behind one small port; Vosk in this process, or servers of their own. */
@NullMarked
package cn.wuye.hotline.ivr.speech;

import org.jspecify.annotations.NullMarked;
