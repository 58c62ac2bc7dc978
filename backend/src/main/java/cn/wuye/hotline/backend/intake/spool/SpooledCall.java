package cn.wuye.hotline.backend.intake.spool;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One call's files in the spool.
 *
 * @param ended when Asterisk wrote that nothing more will come; empty when it has not
 * @param lastChanged when any of the files was last written
 */
public record SpooledCall(
    CallId id,
    CallSheet sheet,
    Map<SpoolSound, Path> sounds,
    Optional<Instant> ended,
    Instant lastChanged) {
  public SpooledCall {
    sounds = Map.copyOf(sounds);
  }
}
