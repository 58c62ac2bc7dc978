package cn.wuye.hotline.ivr.speech.vosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Spoken sentences with their text: {@code shared/speech/dev.tsv}. */
record Clips(List<Clip> all) {
  private static final int HEADER = 44;

  /**
   * A sentence.
   *
   * @param text as spoken, without punctuation
   * @param urgency as in the requirements; empty when it is no complaint
   * @param pcm 8 kHz 16 bit
   */
  record Clip(String name, String text, String urgency, byte[] pcm) {
    boolean emergency() {
      return urgency.equals("emergency");
    }

    double seconds() {
      return pcm.length / 16000.0;
    }
  }

  /** The folder beside the clone, or the one named by HOTLINE_SHARED; empty when there is none. */
  static Optional<Path> shared() {
    String named = System.getenv("HOTLINE_SHARED");
    Path folder = named != null ? Path.of(named) : Path.of("..", "..", "shared");
    return Optional.of(folder.toAbsolutePath().normalize()).filter(Files::isDirectory);
  }

  static Optional<Path> chineseModel() {
    return shared()
        .map(shared -> shared.resolve("models/vosk-model-test-cn-8k"))
        .filter(Files::isDirectory);
  }

  static Clips read(Path speech) throws IOException {
    return new Clips(
        Files.readAllLines(speech.resolve("dev.tsv")).stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .map(cells -> clip(speech, cells))
            .toList());
  }

  private static Clip clip(Path speech, String[] cells) {
    try {
      byte[] wav = Files.readAllBytes(speech.resolve(cells[0]));
      return new Clip(
          cells[0], plain(cells[2]), cells[5], Arrays.copyOfRange(wav, HEADER, wav.length));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static String plain(String text) {
    return text.replaceAll("[，。？！]", "");
  }
}
