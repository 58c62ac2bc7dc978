package cn.wuye.hotline.ivr.audio;

import cn.wuye.hotline.ivr.conversation.Listening;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A turn engine in virtual time: nothing waits. */
final class VirtualTurn implements TurnEffects {
  private static final byte[] FRAME = new byte[Pcm.FRAME_BYTES];

  private final TurnEngine engine = new TurnEngine(this);
  private long now;
  private long promptEnds = Long.MAX_VALUE;
  private long handedOn;
  private boolean discarded;
  private @Nullable Long stoppedAt;
  private @Nullable TurnEnd end;

  void begin(Listening listening, long promptMillis) {
    stoppedAt = null;
    end = null;
    handedOn = 0;
    promptEnds = now + promptMillis;
    engine.begin(now, listening);
    if (promptMillis == 0) {
      promptEnds = Long.MAX_VALUE;
      engine.promptEnded(now);
    }
  }

  void speech(long millis) {
    pass(millis, true, true);
  }

  void silence(long millis) {
    pass(millis, true, false);
  }

  void nothing(long millis) {
    pass(millis, false, false);
  }

  private void pass(long millis, boolean frames, boolean speech) {
    long until = now + millis;
    while (now < until && (frames || end == null)) {
      if (frames) {
        engine.frame(now, FRAME, speech);
      }
      now += Pcm.FRAME_MILLIS;
      if (now >= promptEnds) {
        promptEnds = Long.MAX_VALUE;
        engine.promptEnded(now);
      }
      engine.tick(now);
    }
  }

  void key(char digit) {
    engine.key(now, digit);
  }

  void emergency() {
    engine.emergency(now);
  }

  void gone() {
    engine.gone(now);
  }

  long now() {
    return now;
  }

  long millisHandedOn() {
    return handedOn;
  }

  boolean discarded() {
    return discarded;
  }

  OptionalLong promptStoppedAt() {
    return stoppedAt == null ? OptionalLong.empty() : OptionalLong.of(stoppedAt);
  }

  Optional<TurnEnd> ended() {
    return Optional.ofNullable(end);
  }

  TurnEnd end() {
    return ended().orElseThrow(() -> new AssertionError("the turn goes on at " + now + " ms"));
  }

  @Override
  public void stopPrompt() {
    stoppedAt = now;
    promptEnds = Long.MAX_VALUE;
  }

  @Override
  public void speech(byte[] frame) {
    handedOn += Pcm.FRAME_MILLIS;
  }

  @Override
  public void discard() {
    discarded = true;
  }

  @Override
  public void over(TurnEnd how) {
    end = how;
  }
}
