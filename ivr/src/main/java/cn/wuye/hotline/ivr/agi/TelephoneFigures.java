package cn.wuye.hotline.ivr.agi;

/**
 * What the telephone is doing.
 *
 * @param calls calls in progress
 * @param streams open AudioSocket connections
 * @param frames frames of sound sent since the start
 * @param lateFrames of these, frames sent more than 20 ms after they were due
 */
public record TelephoneFigures(int calls, int streams, long frames, long lateFrames) {}
