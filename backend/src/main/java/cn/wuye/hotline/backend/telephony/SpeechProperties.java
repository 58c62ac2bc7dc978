package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.ivr.speech.vosk.VoskSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Speech recognition. What is 0 is chosen by the number of processors.
 *
 * @param model folder of a Vosk model; empty for none: callers press keys and leave messages
 * @param decodingThreads how many threads decode, 0–64
 * @param mostFree how many free recognitions may run at once, 0–1000; beyond it the recording is
 *     transcribed after the call
 * @param mostIdle how many recognisers are kept for the next call, 0–1000
 */
@Validated
@ConfigurationProperties(value = "hotline.speech", ignoreUnknownFields = false)
record SpeechProperties(
    @DefaultValue("") @NotNull String model,
    @DefaultValue("0") @Min(0) @Max(64) int decodingThreads,
    @DefaultValue("0") @Min(0) @Max(1000) int mostFree,
    @DefaultValue("0") @Min(0) @Max(1000) int mostIdle) {

  VoskSettings vosk() {
    return vosk(model.isBlank() ? Optional.empty() : Optional.of(Path.of(model)));
  }

  /** The same for another model. */
  VoskSettings vosk(Optional<Path> folder) {
    VoskSettings fitting = VoskSettings.of(folder);
    int free = mostFree == 0 ? fitting.mostFree() : mostFree;
    return new VoskSettings(
        folder,
        decodingThreads == 0 ? fitting.decodingThreads() : decodingThreads,
        free,
        Math.min(fitting.warmFree(), free),
        mostIdle == 0 ? fitting.mostIdle() : mostIdle);
  }
}
