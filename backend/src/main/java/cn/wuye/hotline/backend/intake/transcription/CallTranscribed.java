package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.ivr.conversation.CallId;

/**
 * A recording has become text; published in the transaction that keeps the transcript.
 *
 * @param text never empty
 * @param confidence 0–1, of the utterance understood worst
 */
public record CallTranscribed(CallId call, String text, double confidence) {}
