package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Writes spool files as Asterisk does. */
final class SpoolFiles {
  static final TestSound SPEECH =
      TestSound.silence(Duration.ofSeconds(1))
          .tone(Duration.ofSeconds(1))
          .pause(Duration.ofSeconds(1));

  private final Path folder;
  private final CallId call;
  private final Instant at;

  SpoolFiles(Path home, CallId call, Instant at) {
    this.folder = home.resolve("spool");
    this.call = call;
    this.at = at;
  }

  SpoolFiles sheet(String caller, String... fallback) {
    StringBuilder lines =
        new StringBuilder(
            "call-id=%s\ncaller=%s\ndialled=4001234567\nstarted=%d\nsip-call-id=sip-1\n"
                .formatted(call, caller, at.getEpochSecond()));
    Stream.of(fallback).forEach(f -> lines.append("fallback=").append(f).append('\n'));
    return write(".call", lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  SpoolFiles ended() {
    return write(".ended", new byte[0]);
  }

  SpoolFiles speech(String suffix) {
    return write(suffix, SPEECH.wav());
  }

  SpoolFiles silence(String suffix) {
    return write(suffix, TestSound.silence(Duration.ofSeconds(3)).wav());
  }

  /** As it is when Asterisk died while writing. */
  SpoolFiles unclosed(String suffix) {
    return write(suffix, SPEECH.wav(false));
  }

  SpoolFiles write(String suffix, byte[] content) {
    try {
      Path file = folder.resolve(call + suffix);
      Files.write(file, content);
      Files.setLastModifiedTime(file, FileTime.from(at));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
