/**
 * Phrases as a recogniser's grammar, and its answers back to phrases; for models of Chinese and, by
 * sound, of another language. Knows no engine.
 */
@NullMarked
package cn.wuye.hotline.ivr.speech.grammar;

import org.jspecify.annotations.NullMarked;
