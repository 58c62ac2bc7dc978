package cn.wuye.hotline.ivr.speech;

import java.time.Duration;

/**
 * What recognition has cost since the start.
 *
 * @param decoding time that decoding threads were at work; as a share of the time that passed it
 *     tells how many of them are busy
 * @param sound how much sound was decoded; several recognitions of the same words count each
 * @param refused free recognitions that were not begun because too many were in progress
 */
public record SpeechFigures(Duration decoding, Duration sound, long refused) {
  public static final SpeechFigures NONE = new SpeechFigures(Duration.ZERO, Duration.ZERO, 0);
}
