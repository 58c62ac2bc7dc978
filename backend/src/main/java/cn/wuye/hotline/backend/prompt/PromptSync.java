package cn.wuye.hotline.backend.prompt;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.ivr.prompt.RecordedPrompts;
import cn.wuye.hotline.ivr.prompt.VoiceSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings this node's files in line with the recordings in the database, whoever changed them. While
 * the database is away the files stay as they are. Used by one thread at a time.
 */
final class PromptSync {
  private static final Logger LOG = LoggerFactory.getLogger(PromptSync.class);

  private final PromptRecordings recordings;
  private final DatabaseGate gate;
  private final Path folder;
  private final Runnable changed;
  private String fingerprint = "";

  /**
   * @param folder {@code $HOTLINE_HOME/prompts}
   * @param changed told when the files have changed
   */
  PromptSync(PromptRecordings recordings, DatabaseGate gate, Path folder, Runnable changed) {
    this.recordings = recordings;
    this.gate = gate;
    this.folder = folder;
    this.changed = changed;
  }

  void refresh() {
    try {
      String now = gate.run(recordings::fingerprint);
      if (now.equals(fingerprint)) {
        return;
      }
      List<PromptRecording> all = gate.run(recordings::all);
      RecordedPrompts.store(
          folder, wanted(all), (set, key) -> gate.run(() -> recordings.sound(set, key)));
      changed.run();
      fingerprint = now;
      LOG.info("Prompts: {} recordings are in use from now on", all.size());
    } catch (DatabaseAwayException e) {
      LOG.debug("Recorded prompts stay as they were: {}", e.getMessage());
    } catch (IOException e) {
      LOG.error("Recorded prompts cannot be written; trying again", e);
    }
  }

  private static Map<VoiceSet, Map<String, RecordedPrompts.Entry>> wanted(
      List<PromptRecording> all) {
    Map<VoiceSet, Map<String, RecordedPrompts.Entry>> wanted = new TreeMap<>();
    for (PromptRecording each : all) {
      wanted
          .computeIfAbsent(each.set(), set -> new LinkedHashMap<>())
          .put(each.key(), new RecordedPrompts.Entry(each.words(), each.sha256()));
    }
    return wanted;
  }
}
