package cn.wuye.hotline.backend.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** Files that Asterisk reads and the application writes. */
public final class AsteriskFile {
  private AsteriskFile() {}

  /**
   * Makes the file say a text; on the disk on return.
   *
   * @return whether it had to be changed
   */
  public static boolean replace(Path file, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return false;
    }
    DurableFiles.replace(file, content);
    // Asterisk may run as another user.
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    return true;
  }
}
