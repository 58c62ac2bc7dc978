package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;

/**
 * What a resident said when she reported her ticket, as it was recorded.
 *
 * @param number from which she called: who is phoned at another must not hear it
 * @param words what she said, as it was understood
 * @param pcm the sound, 8 kHz, 16 bit signed little-endian, mono: her voice alone, from shortly
 *     before her first word on, to the end of what she said or for as long as matters
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record OwnVoice(PhoneNumber number, String words, byte[] pcm) {}
