/** The conversation as a dialog sees it: prompts, questions, what was heard, hang-up. */
@NullMarked
package cn.wuye.hotline.ivr.conversation;

import org.jspecify.annotations.NullMarked;
