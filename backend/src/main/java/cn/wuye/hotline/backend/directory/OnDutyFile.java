package cn.wuye.hotline.backend.directory;

import cn.wuye.hotline.backend.files.AsteriskFile;
import cn.wuye.hotline.ivr.port.PhoneLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Whom Asterisk rings when the application is dead: {@code on-duty.conf}, read by its dialplan at
 * each call.
 */
final class OnDutyFile {
  /** The dialplan reads so many. */
  private static final int MOST = 20;

  private final Path file;

  OnDutyFile(Path file) {
    this.file = file;
  }

  /**
   * Makes the file say what the data says.
   *
   * @return whether it had to be changed
   */
  boolean write(DirectoryData data) throws IOException {
    return AsteriskFile.replace(file, content(data));
  }

  private static String content(DirectoryData data) {
    DutyLines general = data.linesOf(DirectoryData.GENERAL);
    List<PhoneLine> lines = general.onDuty().isEmpty() ? general.serviceDesk() : general.onDuty();
    StringBuilder out =
        new StringBuilder("; Written by the application from its duty list.\n[duty]\n");
    for (int i = 0; i < lines.size() && i < MOST; i++) {
      out.append("number").append(i + 1).append(" = ");
      out.append(lines.get(i).number().digits()).append('\n');
    }
    return out.toString();
  }
}
