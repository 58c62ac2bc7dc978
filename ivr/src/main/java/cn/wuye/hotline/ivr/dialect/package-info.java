/** The dialects of those who phone: their words, how they complain, how their Mandarin sounds. */
@NullMarked
package cn.wuye.hotline.ivr.dialect;

import org.jspecify.annotations.NullMarked;
