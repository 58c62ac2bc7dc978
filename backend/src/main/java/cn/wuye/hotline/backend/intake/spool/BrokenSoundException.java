package cn.wuye.hotline.backend.intake.spool;

import java.io.IOException;

/** A sound file that is none; the message is for a person. */
public final class BrokenSoundException extends IOException {
  BrokenSoundException(String why) {
    super(why);
  }
}
