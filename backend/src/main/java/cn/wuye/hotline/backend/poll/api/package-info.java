/** Polls over REST: how far they are and what came of them. */
@NullMarked
package cn.wuye.hotline.backend.poll.api;

import org.jspecify.annotations.NullMarked;
