package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.Wording;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Learns which version is live, whichever node made it so. */
class WordingRefresh {
  private static final Logger LOG = LoggerFactory.getLogger(WordingRefresh.class);

  private final VersionStore store;
  private final LiveWording live;
  private final WordingFile file;
  private final WordingAudio audio;
  private final CompanyName company;
  private final DatabaseGate gate;
  private long unusable = -1;

  WordingRefresh(
      VersionStore store,
      LiveWording live,
      WordingFile file,
      WordingAudio audio,
      CompanyName company,
      DatabaseGate gate) {
    this.store = store;
    this.live = live;
    this.file = file;
    this.audio = audio;
    this.company = company;
    this.gate = gate;
  }

  /** Does nothing while the database is away; what is live here stays. */
  synchronized void round() {
    try {
      long wanted = gate.run(store::live);
      if (wanted == live.get().version() || wanted == unusable) {
        return;
      }
      Optional<DialogSettings> settings = gate.run(() -> store.settings(wanted));
      if (settings.isPresent()) {
        use(wanted, settings.get());
      }
    } catch (DatabaseAwayException e) {
      LOG.debug("Wording stays as it is: {}", e.getMessage());
    }
  }

  private void use(long version, DialogSettings settings) {
    Wording wording;
    try {
      wording = Wording.of(version, settings, company.text());
    } catch (RuntimeException e) {
      unusable = version;
      LOG.error(
          "Wording {} cannot be used by this release; staying with {}",
          version,
          live.get().version(),
          e);
      return;
    }
    try {
      audio.prepare(wording);
      file.write(version, settings);
      live.replace(wording);
      LOG.info("Wording: version {} from the next call on", version);
    } catch (IOException | RuntimeException e) {
      LOG.error("Wording {} is not ready here and not used; trying again", version, e);
    }
  }
}
