package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.call.LossCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The callers' own log, outside application and database. */
final class CallersLog {
  private CallersLog() {}

  static void write(Path file, List<LossCaller.Log> logs) throws IOException {
    List<String> lines = new ArrayList<>();
    for (LossCaller.Log log : logs) {
      lines.add(JsonMapper.shared().writeValueAsString(log));
    }
    Files.write(file, lines);
  }
}
