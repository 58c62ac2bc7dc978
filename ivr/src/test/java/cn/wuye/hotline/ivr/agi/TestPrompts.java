package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audio.SyntheticVoice;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every prompt is a tone of its own, so that a caller can tell by ear which one plays. */
final class TestPrompts implements PromptAudio {
  private static final List<String> KEYS = List.of("ask", "confirm", "waiting", "whisper");

  private final Path folder;
  private final int millis;

  /**
   * @param folder where files for plain AGI are written
   * @param millis how long every prompt is
   */
  TestPrompts(Path folder, int millis) {
    this.folder = folder;
    this.millis = millis;
  }

  static int pitch(String key) {
    return 500 + 200 * KEYS.indexOf(key);
  }

  @Override
  public byte[] pcm(Prompt prompt) {
    return SyntheticVoice.tone(pitch(prompt.key()), millis);
  }

  @Override
  public List<Path> files(Prompt prompt) {
    Path file = folder.resolve(prompt.key() + ".wav");
    try {
      Files.write(file, wav(pcm(prompt)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(file);
  }

  private static byte[] wav(byte[] pcm) {
    return ByteBuffer.allocate(44 + pcm.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(36 + pcm.length)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(Pcm.RATE)
        .putInt(Pcm.BYTES_PER_SECOND)
        .putShort((short) 2)
        .putShort((short) 16)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(pcm.length)
        .put(pcm)
        .array();
  }
}
