package cn.wuye.hotline.backend.prompt;

import cn.wuye.hotline.ivr.prompt.Fault;
import cn.wuye.hotline.ivr.prompt.VoiceSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A recording of a prompt, without its sound.
 *
 * @param key of the catalogue's piece
 * @param words it was recorded for
 * @param faults it was kept in spite of
 * @param source {@value #BY_A_PERSON}, or the name of the voice that made it
 * @param sha256 of the sound, in hexadecimal
 * @param by who put it here, as shown to colleagues
 */
public record PromptRecording(
    VoiceSet set,
    String key,
    String words,
    Duration length,
    List<Fault> faults,
    String source,
    String sha256,
    Instant at,
    String by) {
  public static final String BY_A_PERSON = "recorded";

  public PromptRecording {
    faults = List.copyOf(faults);
  }

  public boolean byAPerson() {
    return source.equals(BY_A_PERSON);
  }
}
