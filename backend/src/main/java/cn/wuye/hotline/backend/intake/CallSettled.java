package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.ivr.conversation.CallId;

/** A call is over, and everything of it is in the database and the recording store. */
public record CallSettled(CallId call) {}
