/** From what the resident said to category, place and urgency; the lexicon is data. */
@NullMarked
package cn.wuye.hotline.ivr.intent;

import org.jspecify.annotations.NullMarked;
