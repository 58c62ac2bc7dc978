package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Writes spool files as Asterisk does. */
final class SpoolFiles {
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
    return write(".call", lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  SpoolFiles ended() {
    return write(".ended", new byte[0]);
  }

  SpoolFiles speech(String suffix) {
    return write(suffix, wav(Duration.ofSeconds(3), Duration.ofSeconds(1), 6000, true));
  }

  SpoolFiles silence(String suffix) {
    return write(suffix, wav(Duration.ofSeconds(3), Duration.ZERO, 0, true));
  }

  /** As it is when Asterisk died while writing. */
  SpoolFiles unclosed(String suffix) {
    return write(suffix, wav(Duration.ofSeconds(3), Duration.ofSeconds(1), 6000, false));
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

  /** 8 kHz WAV: quiet line noise, and a tone in its middle. */
  static byte[] wav(Duration length, Duration tone, int amplitude, boolean closed) {
    int samples = (int) (length.toMillis() * 8);
    int from = samples / 3;
    int to = from + (int) (tone.toMillis() * 8);
    ByteBuffer out = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    out.putInt(closed ? 36 + 2 * samples : 0);
    out.put("WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    out.putInt(16).putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16000);
    out.putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    out.putInt(closed ? 2 * samples : 0);
    for (int i = 0; i < samples; i++) {
      int noise = (i * 7919) % 21 - 10;
      int loud = i >= from && i < to ? (int) (amplitude * Math.sin(i * 0.3)) : 0;
      out.putShort((short) (noise + loud));
    }
    return out.array();
  }
}
