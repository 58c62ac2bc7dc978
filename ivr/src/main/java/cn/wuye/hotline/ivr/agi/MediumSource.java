package cn.wuye.hotline.ivr.agi;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the best way to talk that there is. */
final class MediumSource {
  private static final Logger LOG = LoggerFactory.getLogger(MediumSource.class);

  private final CallContext context;
  private final SoundLine line;
  private final PlainRecorder recorder;
  private boolean plainOnly;

  MediumSource(CallContext context, SoundLine line) {
    this.context = context;
    this.line = line;
    this.recorder = new PlainRecorder(context.settings().scratch(), context.call().id());
  }

  /** AudioSocket, or plain AGI from the moment on that it could not connect. */
  Medium open() {
    Optional<SoundLine.Open> sound = plainOnly ? Optional.empty() : openSound();
    if (sound.isPresent()) {
      return new SoundMedium(context, sound.get());
    }
    if (!plainOnly) {
      plainOnly = true;
      LOG.warn(
          "call {}: AudioSocket could not connect; going on by plain AGI: keys, and recorded"
              + " answers without text",
          context.call().id());
    }
    return new PlainMedium(context, recorder);
  }

  private Optional<SoundLine.Open> openSound() {
    try {
      return line.open();
    } catch (InterruptedException e) {
      throw Interrupted.asHangUp();
    }
  }
}
