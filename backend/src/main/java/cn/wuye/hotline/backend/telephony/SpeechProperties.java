package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.ivr.speech.remote.RemoteSettings;
import cn.wuye.hotline.ivr.speech.remote.SpeechProtocol;
import cn.wuye.hotline.ivr.speech.vosk.VoskSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * @param engines on servers of their own, by name; none: this node hears everything itself
 * @param uses which engine hears callers of a dialect: by the dialect's code, in any case and with
 *     or without hyphens, or {@code default} for all that are not named
 */
@Validated
@ConfigurationProperties(value = "hotline.speech", ignoreUnknownFields = false)
record SpeechProperties(
    @DefaultValue("") @NotNull String model,
    @DefaultValue("0") @Min(0) @Max(64) int decodingThreads,
    @DefaultValue("0") @Min(0) @Max(1000) int mostFree,
    @DefaultValue("0") @Min(0) @Max(1000) int mostIdle,
    @DefaultValue Map<String, Engine> engines,
    @DefaultValue Map<String, Uses> uses) {

  /**
   * An engine on servers of its own; {@link RemoteSettings} has the ranges.
   *
   * @param protocol {@code vosk-server} or {@code funasr}; always needed
   * @param servers addresses that all do the same, {@code ws://host:port} or {@code
   *     wss://host:port}
   * @param grammar whether choices are sent as a grammar, for a vosk-server whose model takes one
   * @param mostAtOnce utterances that one server takes at once
   * @param connect how long a connection may take
   * @param answer how long the text may take after the end of an utterance
   * @param rest how long a server that failed is left alone, doubled with each failure
   * @param longestRest the longest of these
   */
  record Engine(
      @Nullable SpeechProtocol protocol,
      @DefaultValue List<URI> servers,
      @DefaultValue("false") boolean grammar,
      @DefaultValue("20") int mostAtOnce,
      @DefaultValue("1s") Duration connect,
      @DefaultValue("800ms") Duration answer,
      @DefaultValue("2s") Duration rest,
      @DefaultValue("1m") Duration longestRest) {}

  /**
   * Names of engines; {@code local} is this node; empty: as for {@code default}.
   *
   * @param menu for choices
   * @param free for what callers say in their own words
   * @param afterCall for recordings
   */
  record Uses(
      @DefaultValue("") @NotNull String menu,
      @DefaultValue("") @NotNull String free,
      @DefaultValue("") @NotNull String afterCall) {}

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
