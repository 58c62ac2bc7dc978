package cn.wuye.hotline.ivr.music;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audio.WavFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingMusicTest {
  @Test
  void allTogetherLastLongerThanNobodyMayHearTheSameAgain() {
    assertThat(WaitingMusic.LENGTH.multipliedBy(WaitingMusic.PIECES))
        .isGreaterThan(Duration.ofMinutes(10));
  }

  @Test
  void callersDoNotAllBeginWithTheSame() {
    Set<String> first = new HashSet<>();
    for (int caller = 0; caller < 100; caller++) {
      first.add(WaitingMusic.classOf("1772" + caller + ".7"));
    }
    assertThat(first).hasSizeGreaterThan(8).allMatch(each -> each.startsWith("hotline-music-"));
  }

  @Test
  void everyPieceIsAMinuteOfQuietSoundAndUnlikeTheOthers() {
    List<Integer> fingerprints = new ArrayList<>();
    for (int number = 1; number <= WaitingMusic.PIECES; number++) {
      short[] samples = Piece.samples(number);
      assertThat(samples).hasSize(60 * Pcm.RATE);
      int peak = 0;
      double square = 0;
      int fingerprint = 1;
      for (short sample : samples) {
        peak = Math.max(peak, Math.abs(sample));
        square += (double) sample * sample;
        fingerprint = 31 * fingerprint + sample;
      }
      double level = Math.sqrt(square / samples.length);
      assertThat(peak).as("peak of " + number).isBetween(3_000, 4_500);
      assertThat(level).as("level of " + number).isBetween(200.0, 1_500.0);
      assertThat(longestSilence(samples)).as("silence in " + number).isLessThan(2 * Pcm.RATE);
      fingerprints.add(fingerprint);
    }
    assertThat(fingerprints).doesNotHaveDuplicates();
  }

  /** Samples in a row below what can be heard on a telephone. */
  private static int longestSilence(short[] samples) {
    int longest = 0;
    int silent = 0;
    for (short sample : samples) {
      silent = Math.abs(sample) < 30 ? silent + 1 : 0;
      longest = Math.max(longest, silent);
    }
    return longest;
  }

  @Test
  void theFolderIsFilledAndWhatIsBrokenIsMadeAnew(@TempDir Path folder) throws IOException {
    MusicFolder music = new MusicFolder(folder.resolve("music"));
    music.fill();
    try (var files = Files.list(folder.resolve("music"))) {
      assertThat(files).hasSize(WaitingMusic.PIECES);
    }
    Path third = folder.resolve("music/3.wav");
    byte[] good = Files.readAllBytes(third);
    assertThat(WavFile.read(third)).hasSize(60 * Pcm.RATE * 2);

    Files.write(third, new byte[] {1, 2, 3});
    music.fill();
    assertThat(Files.readAllBytes(third)).isEqualTo(good);
  }
}
