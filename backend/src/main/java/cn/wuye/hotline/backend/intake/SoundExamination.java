package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.intake.spool.BrokenSoundException;
import cn.wuye.hotline.backend.intake.spool.Loudness;
import cn.wuye.hotline.backend.intake.spool.SpoolSound;
import cn.wuye.hotline.backend.intake.spool.SpooledCall;
import cn.wuye.hotline.backend.intake.spool.TalkFile;
import cn.wuye.hotline.backend.intake.spool.Wav;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at what was recorded: completes headers whose writer died, keeps aside what is broken. */
final class SoundExamination {
  private final RejectedSounds rejected;

  SoundExamination(RejectedSounds rejected) {
    this.rejected = rejected;
  }

  /**
   * @param startedAt when the call was answered
   */
  Sounds examine(CallId call, Optional<SpooledCall> spool, Instant startedAt) {
    List<SoundEntry> usable = new ArrayList<>();
    for (Map.Entry<SpoolSound, Path> sound :
        spool.map(SpooledCall::sounds).orElse(Map.of()).entrySet()) {
      examine(call, sound.getKey(), sound.getValue(), startedAt).ifPresent(usable::add);
    }
    return new Sounds(usable, rejected.holds(call));
  }

  /** Whether somebody may have said something in it. */
  static boolean holdsSpeech(SoundEntry sound) {
    try {
      return Loudness.of(sound.file()).holdsSpeech();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen to " + sound.file(), e);
    }
  }

  private Optional<SoundEntry> examine(
      CallId call, SpoolSound sound, Path file, Instant startedAt) {
    try {
      if (Files.size(file) == 0) {
        return Optional.empty();
      }
      Instant written = Files.getLastModifiedTime(file).toInstant();
      Wav wav = sound == SpoolSound.TALK ? TalkFile.asWav(file) : Wav.repair(file);
      if (wav.dataBytes() == 0) {
        return Optional.empty();
      }
      // A talk begins in the middle of the call; its file was written until it ended.
      Instant begun = sound == SpoolSound.TALK ? written.minus(wav.length()) : startedAt;
      return Optional.of(new SoundEntry(call, sound, file, wav, begun));
    } catch (BrokenSoundException broken) {
      rejected.keep(call, file, broken.getMessage());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
