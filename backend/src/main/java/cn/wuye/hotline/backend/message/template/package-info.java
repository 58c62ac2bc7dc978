/** The words of messages: one text for each event, medium and language, with versions. */
@NullMarked
package cn.wuye.hotline.backend.message.template;

import org.jspecify.annotations.NullMarked;
