package cn.wuye.hotline.backend.call;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Instant;

/**
 * What somebody who has listened says was said in a turn of a call.
 *
 * @param position of the turn in its call, 0 the first
 * @param dialect code of the one in which the caller was heard; empty string when not known
 * @param heard the turn's words as they were when it was corrected
 * @param by login
 */
public record Correction(
    CallId call, int position, String dialect, String heard, String said, String by, Instant at) {}
