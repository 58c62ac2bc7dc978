package cn.wuye.hotline.backend.deadline.api;

import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import org.jspecify.annotations.Nullable;

/** Lets the clocks of a ticket stand still. */
record PauseRequest(@Nullable PauseReason reason, @Nullable String note) {}
