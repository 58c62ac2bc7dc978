package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.intake.spool.BrokenSoundException;
import cn.wuye.hotline.backend.intake.spool.Loudness;
import cn.wuye.hotline.backend.intake.spool.SpoolSound;
import cn.wuye.hotline.backend.intake.spool.SpooledCall;
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
      Wav wav = Wav.repair(file);
      if (wav.dataBytes() == 0) {
        return Optional.empty();
      }
      return Optional.of(new SoundEntry(call, sound, file, wav, startedAt));
    } catch (BrokenSoundException broken) {
      rejected.keep(call, file, broken.getMessage());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
