package cn.wuye.hotline.caller.result;

import java.util.List;

/**
 * What was measured in the caller's own sound, in milliseconds, to 10 ms.
 *
 * @param answerGapMs from the end of her words to the first sound of the answer
 * @param bargeInMs from the first sound of her words, or the moment a key was sent, to silence
 */
public record Timings(List<Integer> answerGapMs, List<Integer> bargeInMs) {}
