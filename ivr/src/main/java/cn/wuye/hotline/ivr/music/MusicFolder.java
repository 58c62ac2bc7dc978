package cn.wuye.hotline.ivr.music;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.prompt.WavSound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Where Asterisk finds the pieces. */
public final class MusicFolder {
  private final Path folder;

  public MusicFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes every piece that is not there as it should be; takes a second or two. */
  public void fill() throws IOException {
    Files.createDirectories(folder);
    for (int number = 1; number <= WaitingMusic.PIECES; number++) {
      byte[] wav = WavSound.write(Pcm.bytes(Piece.samples(number)));
      Path file = folder.resolve(number + ".wav");
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), wav)) {
        Path fresh = Files.write(folder.resolve(number + ".part"), wav);
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
