/** Where notices wait, and who sends them when. */
@NullMarked
package cn.wuye.hotline.backend.message.outbox;

import org.jspecify.annotations.NullMarked;
