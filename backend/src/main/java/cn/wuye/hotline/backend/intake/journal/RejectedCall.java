package cn.wuye.hotline.backend.intake.journal;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Instant;

/**
 * A call that could not be entered.
 *
 * @param at since when it waits for a person
 */
public record RejectedCall(CallId call, Instant at, String reason) {}
