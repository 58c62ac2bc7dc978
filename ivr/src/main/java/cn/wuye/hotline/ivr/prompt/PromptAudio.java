package cn.wuye.hotline.ivr.prompt;

import java.nio.file.Path;
import java.util.List;

/**
 * The sound of prompts. Implementations answer from memory or disk and synthesise what is missing.
 */
public interface PromptAudio {

  /**
   * The prompt's sound: 8 kHz, 16 bit signed little-endian, mono. A piece that can neither be found
   * nor synthesised is left out and logged; it never ends a call.
   */
  byte[] pcm(Prompt prompt);

  /**
   * The sound, as a WAV, of words that are said once and to one person; nothing of it is kept.
   *
   * @param words in Chinese
   */
  default byte[] passing(String words) {
    return WavSound.write(pcm(new Prompt("", List.of(new Prompt.Spoken(words)))));
  }

  /**
   * The files of the prompt's pieces in order, each readable by Asterisk, for plain AGI ({@code
   * STREAM FILE}); a {@link Prompt.Quote} has none, and of a {@link Prompt.Recording} it is the
   * words.
   */
  List<Path> files(Prompt prompt);
}
