package cn.wuye.hotline.backend.moving.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The encoding of a text file: what its byte order mark says, else UTF-8 when all of it is, else
 * GB18030, which Chinese Excel writes as "CSV".
 */
final class Encoding {
  private Encoding() {}

  static Charset of(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(2);
    }
    if (start.length == 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (start.length == 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return utf8(file) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
  }

  private static boolean utf8(Path file) throws IOException {
    char[] buffer = new char[64 * 1024];
    try (Reader reader =
        new InputStreamReader(
            Files.newInputStream(file),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        continue;
      }
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }
}
