/**
 * What staff's corrections of transcripts tell: how phrases of the lexicon are misheard, so that
 * what was heard in their place can be understood as they are.
 */
@NullMarked
package cn.wuye.hotline.ivr.correction;

import org.jspecify.annotations.NullMarked;
