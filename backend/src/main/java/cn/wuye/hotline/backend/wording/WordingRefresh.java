package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.Wording;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Learns which version is live, whichever node made it so. */
class WordingRefresh {
  private static final Logger LOG = LoggerFactory.getLogger(WordingRefresh.class);

  private static final long NONE = -1;

  private final VersionStore store;
  private final LiveWording live;
  private final WordingFile file;
  private final WordingAudio audio;
  private final CompanyName company;
  private final DatabaseGate gate;
  private volatile long unusable = NONE;

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
      if (wanted == live.get().version()) {
        unusable = NONE;
      } else if (wanted != unusable) {
        Optional<String> content = gate.run(() -> store.content(wanted));
        content.ifPresent(text -> use(wanted, text));
      }
    } catch (DatabaseAwayException e) {
      LOG.debug("Wording stays as it is: {}", e.getMessage());
    }
  }

  /** The version that is to be live and that this release cannot use; empty when all is well. */
  OptionalLong unusable() {
    long version = unusable;
    return version == NONE ? OptionalLong.empty() : OptionalLong.of(version);
  }

  private void use(long version, String content) {
    DialogSettings settings;
    Wording wording;
    try {
      settings = SettingsJson.read(content);
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
      unusable = NONE;
      LOG.info("Wording: version {} from the next call on", version);
    } catch (IOException | RuntimeException e) {
      LOG.error("Wording {} is not ready here and not used; trying again", version, e);
    }
  }
}
