/** The dialogs themselves, written in direct style: they read as the conversation. */
@NullMarked
package cn.wuye.hotline.ivr.dialog;

import org.jspecify.annotations.NullMarked;
