package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.backend.files.AsteriskFile;
import cn.wuye.hotline.router.queue.QueueFiles;
import java.io.IOException;
import java.nio.file.Path;

/** The three files in the folder of Asterisk's configuration. */
final class QueueFolder {
  private final Path folder;

  QueueFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the files say what the data says.
   *
   * @return whether Asterisk has to read queues and rules again; the desk's file it reads at each
   *     use
   */
  boolean write(QueueData data) throws IOException {
    replace(QueueFiles.DESK, QueueFiles.desk(data.queues(), data.agents(), data.regions()));
    // The rules first: a queue names its own.
    boolean rules = replace(QueueFiles.RULES, QueueFiles.rules(data.queues()));
    boolean queues = replace(QueueFiles.QUEUES, QueueFiles.queues(data.queues()));
    return rules || queues;
  }

  private boolean replace(String name, String text) throws IOException {
    return AsteriskFile.replace(folder.resolve(name), text);
  }
}
