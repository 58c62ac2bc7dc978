package cn.wuye.hotline.backend.model;

import java.util.List;
import java.util.Optional;

/**
 * A model that the Vosk project publishes and that fits this hotline.
 *
 * @param sha256 of its archive; empty where none is known
 * @param about in a few words
 */
public record KnownModel(String name, Optional<String> sha256, String about) {
  /** Where the Vosk project keeps them. */
  public static final String SOURCE = "https://alphacephei.com/vosk/models/";

  public static final List<KnownModel> ALL =
      List.of(
          new KnownModel(
              "vosk-model-small-cn-0.22",
              Optional.of("3af8b0e7e0f835ae9d414ce5df580237a3cfb08d586c9fbbb0f7ff29ad5b14ba"),
              "42 MB, dynamic graph: for calls"),
          new KnownModel(
              "vosk-model-cn-0.22",
              Optional.empty(),
              "1.3 GB, static graph: for recordings after the call"));

  public static Optional<KnownModel> of(String name) {
    return ALL.stream().filter(known -> known.name.equals(name)).findFirst();
  }
}
