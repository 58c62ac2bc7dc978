package cn.wuye.hotline.backend.recording;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file being read, with length and digest of what was read. */
final class DigestedInput extends FilterInputStream {
  private final MessageDigest digest;
  private long bytes;

  private DigestedInput(InputStream in, MessageDigest digest) {
    super(new DigestInputStream(in, digest));
    this.digest = digest;
  }

  static DigestedInput of(Path file) throws IOException {
    try {
      return new DigestedInput(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    bytes += value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    bytes += Math.max(count, 0);
    return count;
  }

  long bytes() {
    return bytes;
  }

  /** Once only, after the last byte. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
