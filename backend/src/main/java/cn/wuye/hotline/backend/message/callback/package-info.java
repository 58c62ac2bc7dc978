/** What providers tell about messages they took. */
@NullMarked
package cn.wuye.hotline.backend.message.callback;

import org.jspecify.annotations.NullMarked;
