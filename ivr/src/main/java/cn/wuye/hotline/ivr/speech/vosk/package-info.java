/**
 * Vosk in-process as {@link cn.wuye.hotline.ivr.speech.SpeechRecognizer}: one model, pooled
 * recognisers.
 */
@NullMarked
package cn.wuye.hotline.ivr.speech.vosk;

import org.jspecify.annotations.NullMarked;
