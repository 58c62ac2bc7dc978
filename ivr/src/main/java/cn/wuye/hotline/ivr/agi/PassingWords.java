package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prompts of one call, with words that are for one person: their sound lies in a file of the call's
 * own, which goes with it.
 */
final class PassingWords implements PromptAudio, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PassingWords.class);

  private final PromptAudio all;
  private final String words;
  private final Path file;

  /**
   * @param words what is not kept
   * @param file a WAV that Asterisk can read; made when it is first needed
   */
  PassingWords(PromptAudio all, String words, Path file) {
    this.all = all;
    this.words = words;
    this.file = file;
  }

  @Override
  public byte[] pcm(Prompt prompt) {
    return all.pcm(prompt);
  }

  @Override
  public List<Path> files(Prompt prompt) {
    List<Path> files = new ArrayList<>();
    for (Prompt.Piece piece : prompt.pieces()) {
      if (piece instanceof Prompt.Spoken && piece.text().equals(words)) {
        files.add(made());
      } else {
        files.addAll(all.files(new Prompt("", List.of(piece))));
      }
    }
    return files;
  }

  private Path made() {
    try {
      if (!Files.exists(file)) {
        Files.write(file, all.passing(words));
        // Asterisk, maybe under another user, has to read it.
        if (!file.toFile().setReadable(true, false)) {
          LOG.debug("{} stays readable for this user only", file);
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
