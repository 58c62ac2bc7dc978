package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Instant;

/**
 * What was typed for a call and not handed in yet.
 *
 * @param version counts the savings, from 1
 */
public record Draft(CallId call, long version, DraftFields fields, Instant savedAt) {}
