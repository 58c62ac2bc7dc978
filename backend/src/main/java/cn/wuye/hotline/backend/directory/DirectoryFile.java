package cn.wuye.hotline.backend.directory;

import cn.wuye.hotline.backend.files.DurableFiles;
import cn.wuye.hotline.backend.files.KeptJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the directory last knew, kept for a start without the database. */
final class DirectoryFile {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryFile.class);
  private static final JsonMapper JSON = KeptJson.MAPPER;

  private final Path file;

  DirectoryFile(Path file) {
    this.file = file;
  }

  /** The last one written; empty data when there is none that can be read. */
  DirectoryData read() {
    if (!Files.exists(file)) {
      return DirectoryData.EMPTY;
    }
    try {
      return JSON.readValue(Files.readAllBytes(file), DirectoryData.class);
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      LOG.error("Cannot read {}; nobody is known until the database answers", file, e);
      return DirectoryData.EMPTY;
    }
  }

  void write(DirectoryData data) throws IOException {
    DurableFiles.replace(file, JSON.writeValueAsBytes(data));
  }
}
