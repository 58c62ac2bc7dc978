package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.intake.spool.SpoolSound;
import java.util.List;
import java.util.Optional;

/**
 * What was recorded of a call.
 *
 * @param usable those that can be played
 * @param broken whether a file could not be read as sound and was kept aside
 */
record Sounds(List<SoundEntry> usable, boolean broken) {
  static final Sounds NONE = new Sounds(List.of(), false);

  Sounds {
    usable = List.copyOf(usable);
  }

  Optional<SoundEntry> find(SpoolSound sound) {
    return usable.stream().filter(entry -> entry.sound() == sound).findFirst();
  }
}
