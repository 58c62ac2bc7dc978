/**
 * The page on which a resident answers a poll, opened by the link of a message without signing in.
 */
@NullMarked
package cn.wuye.hotline.backend.poll.page;

import org.jspecify.annotations.NullMarked;
