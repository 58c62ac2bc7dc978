package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;
import cn.wuye.hotline.caller.sound.Track;
import java.time.Duration;

/** One time that a test phone was rung and answered. */
public final class PhoneCall {
  private static final Duration BREATH = Duration.ofMillis(1500);

  private final Line line;
  private final short[] sentence;
  private volatile boolean understood;

  PhoneCall(Line line, short[] sentence) {
    this.line = line;
    this.sentence = sentence;
  }

  /** What is heard at the phone. */
  public Track heard() {
    return line.heard();
  }

  /** The caller has heard who answered: no need to say it again. */
  void understood() {
    understood = true;
  }

  boolean isOver() {
    return line.isOver();
  }

  void hangUp() {
    line.hangUp();
  }

  /** Says its sentence over and over, as people do until somebody reacts. */
  void talk() {
    while (sentence.length > 0 && !understood && !line.isOver()) {
      var spoken = line.say(sentence);
      line.await(spoken::over, Duration.ofMinutes(1));
      line.await(() -> understood, BREATH);
    }
  }
}
