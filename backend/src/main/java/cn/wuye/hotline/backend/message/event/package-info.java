/** What happens to tickets that somebody is told of. */
@NullMarked
package cn.wuye.hotline.backend.message.event;

import org.jspecify.annotations.NullMarked;
