package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.files.DurableFiles;
import cn.wuye.hotline.backend.files.KeptJson;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The version last live here, kept for a start without the database. */
class WordingFile {
  private static final Logger LOG = LoggerFactory.getLogger(WordingFile.class);
  private static final JsonMapper JSON = KeptJson.MAPPER;

  private final Path file;
  private final CompanyName company;

  WordingFile(Path file, CompanyName company) {
    this.file = file;
    this.company = company;
  }

  /** The form of the file. */
  record Kept(long version, DialogSettings settings) {}

  /** The last one written; what is shipped when there is none that can be used. */
  Wording read() {
    if (Files.exists(file)) {
      try {
        Kept kept = JSON.readValue(Files.readAllBytes(file), Kept.class);
        return Wording.of(kept.version, kept.settings, company.text());
      } catch (IOException | RuntimeException e) {
        LOG.error("Cannot use {}; the shipped wording serves until the database answers", file, e);
      }
    }
    return Wording.shipped(company.text());
  }

  void write(long version, DialogSettings settings) throws IOException {
    DurableFiles.replace(file, JSON.writeValueAsBytes(new Kept(version, settings)));
  }
}
