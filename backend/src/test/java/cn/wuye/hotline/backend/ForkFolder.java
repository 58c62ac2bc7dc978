package cn.wuye.hotline.backend;

import java.nio.file.Path;

/**
 * Folders under {@code target} that belong to this JVM alone: integration tests run in several at
 * once.
 */
public final class ForkFolder {
  private static final String FORK = System.getProperty("test.fork", "1");

  private ForkFolder() {}

  /** The absolute path of a folder or file of this name. */
  public static Path of(String name) {
    return Path.of("target", "fork-" + FORK, name).toAbsolutePath();
  }
}
