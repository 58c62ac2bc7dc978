package cn.wuye.hotline.ivr.agi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the best way to talk that there is. */
final class MediumSource {
  private static final Logger LOG = LoggerFactory.getLogger(MediumSource.class);

  private final CallContext context;
  private final @Nullable SoundLine line;
  private final PlainRecorder recorder;
  private boolean plainOnly;

  MediumSource(CallContext context, SoundLine line) {
    this(context, line, false);
  }

  private MediumSource(CallContext context, @Nullable SoundLine line, boolean plainOnly) {
    this.context = context;
    this.line = line;
    this.plainOnly = plainOnly;
    this.recorder = new PlainRecorder(context.settings().scratch(), context.call().id());
  }

  /** For calls in which only keys count: plain AGI from the beginning. */
  static MediumSource withoutSound(CallContext context) {
    return new MediumSource(context, null, true);
  }

  /** AudioSocket, or plain AGI from the moment on that it could not connect. */
  Medium open() {
    SoundLine sounding = plainOnly ? null : line;
    Optional<SoundLine.Open> sound = sounding == null ? Optional.empty() : openSound(sounding);
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

  private static Optional<SoundLine.Open> openSound(SoundLine line) {
    try {
      return line.open();
    } catch (InterruptedException e) {
      throw Interrupted.asHangUp();
    }
  }
}
