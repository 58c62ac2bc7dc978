/** Polls, who was drawn, the calls and the answers, in the database. */
@NullMarked
package cn.wuye.hotline.backend.poll.store;

import org.jspecify.annotations.NullMarked;
