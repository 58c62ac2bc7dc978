package cn.wuye.hotline.ivr.prompt;

import cn.wuye.hotline.ivr.data.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of pieces: made when missing or when the words, the voice or the operator's recording
 * have changed. Several processes may do so at once: files appear whole or not at all.
 */
final class PromptFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PromptFiles.class);

  /** Raised when mastering changes, so that all files are made anew. */
  private static final String MASTERING = "1";

  private final Path folder;
  private final Optional<Path> recordings;
  private final Voice voice;
  private final AtomicInteger made = new AtomicInteger();

  /**
   * @param recordings the operator's own, {@code <key>.wav}
   */
  PromptFiles(Path folder, Optional<Path> recordings, Voice voice) {
    this.folder = folder;
    this.recordings = recordings;
    this.voice = voice;
  }

  Path fixed(String key) {
    return folder.resolve(key + ".wav");
  }

  Path spoken(String text) {
    return folder.resolve("spoken").resolve(hash(voice.version() + "\n" + text) + ".wav");
  }

  Path beep() {
    return folder.resolve("beep.wav");
  }

  /** How many files were made by this object. */
  int made() {
    return made.get();
  }

  /**
   * The sound of a fixed piece; its file is there afterwards.
   *
   * @throws IOException when it can neither be found nor made
   */
  byte[] fixed(Prompt.Fixed piece) throws IOException {
    return fixed(piece, Optional.empty());
  }

  /** The same where a recording of the default voice set is there: that wins over everything. */
  byte[] fixed(Prompt.Fixed piece, Optional<RecordedPrompts.Recording> own) throws IOException {
    Path file = fixed(piece.key());
    if (own.isPresent()) {
      try {
        return copied(own.get(), file);
      } catch (IOException e) {
        LOG.warn("{} cannot be used, the synthesiser says it", own.get().file(), e);
      }
    }
    Optional<Path> recording = recordings.map(operators -> operators.resolve(file.getFileName()));
    if (recording.filter(Files::isReadable).isPresent()) {
      try {
        return recorded(recording.get(), file);
      } catch (IOException e) {
        LOG.warn(
            "the recording {} cannot be used ({}); the synthesiser says it",
            recording.get(),
            e.getMessage());
      }
    }
    return upToDate(file, hash(MASTERING + voice.version() + "\n" + piece.text()), piece.text());
  }

  /** It is fit for the telephone already: as it is. */
  private byte[] copied(RecordedPrompts.Recording own, Path file) throws IOException {
    String print = hash("set " + own.sha256());
    Optional<byte[]> present = present(file, print);
    if (present.isPresent()) {
      return present.get();
    }
    return write(file, print, WavSound.read(Files.readAllBytes(own.file())));
  }

  private byte[] recorded(Path recording, Path file) throws IOException {
    byte[] wav = Files.readAllBytes(recording);
    String print = hash(MASTERING + HexFormat.of().formatHex(wav));
    Optional<byte[]> present = present(file, print);
    if (present.isPresent()) {
      return present.get();
    }
    return write(file, print, Mastering.master(WavSound.read(wav), 0, 0.1));
  }

  /**
   * The sound of other words.
   *
   * @throws IOException when it can neither be found nor made
   */
  byte[] spoken(Prompt.Spoken piece) throws IOException {
    return upToDate(spoken(piece.text()), MASTERING, piece.text());
  }

  private byte[] upToDate(Path file, String print, String text) throws IOException {
    Optional<byte[]> present = present(file, print);
    if (present.isPresent()) {
      return present.get();
    }
    return write(file, print, passing(text));
  }

  /**
   * The sound of words without a file.
   *
   * @throws IOException when it cannot be made
   */
  Sound passing(String text) throws IOException {
    SpokenText words = new SpokenText(text);
    return words.silent()
        ? Sound.silence(words.lead() + words.tail())
        : Mastering.master(voice.say(words.said()), words.lead(), words.tail());
  }

  private static Optional<byte[]> present(Path file, String print) {
    try {
      boolean same = Files.readString(printOf(file)).equals(print);
      return same ? Optional.of(WavSound.read(Files.readAllBytes(file)).pcm()) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("{} cannot be read ({}) and is made anew", file, e.getMessage());
      return Optional.empty();
    }
  }

  private byte[] write(Path file, String print, Sound sound) throws IOException {
    byte[] pcm = sound.pcm();
    replace(file, WavSound.write(pcm));
    replace(printOf(file), print.getBytes(StandardCharsets.UTF_8));
    made.incrementAndGet();
    return pcm;
  }

  /** Writes a file that others see whole or not at all. */
  static void replace(Path file, byte[] content) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException(file + " has no folder");
    }
    Files.createDirectories(parent);
    Path half = Files.createTempFile(parent, ".half-", "");
    try {
      Files.write(half, content);
      // Asterisk, maybe under another user, has to read it.
      if (!half.toFile().setReadable(true, false)) {
        LOG.debug("{} stays readable for this user only", file);
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private static Path printOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".made-from");
  }

  private static String hash(String text) {
    return Sha256.of(text).substring(0, 24);
  }
}
