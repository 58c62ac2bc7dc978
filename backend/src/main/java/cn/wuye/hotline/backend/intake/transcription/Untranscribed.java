package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.Optional;

/**
 * A call whose recording is to be heard.
 *
 * @param caller empty when it is not known who called
 * @param awaited whether a ticket waits for the words; else they are a second opinion
 */
record Untranscribed(CallId call, Optional<PhoneNumber> caller, boolean awaited) {}
