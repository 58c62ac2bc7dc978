package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.intent.Place;
import java.time.Instant;

/**
 * A caller's answer to the question whether she may be remembered, on its way into the database.
 *
 * @param at when she answered
 * @param place where she lives; of no matter when she refused
 * @param dialect that she has asked for or was heard to speak; empty string when nothing told it
 */
record MemoryEntry(
    CallId call, PhoneNumber caller, boolean agreed, Place place, String dialect, Instant at) {}
