package cn.wuye.hotline.backend.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Masks phone numbers in the finished lines of another encoder, so that message, exception and
 * context are covered alike, whatever their format.
 */
final class MaskingEncoder extends EncoderBase<ILoggingEvent> {
  /** Gives every byte back as it was; digits are the same in all encodings in use. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private final Encoder<ILoggingEvent> lines;

  MaskingEncoder(Encoder<ILoggingEvent> lines) {
    this.lines = lines;
  }

  @Override
  public byte[] headerBytes() {
    return lines.headerBytes();
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    byte[] line = lines.encode(event);
    String text = new String(line, BYTES);
    String masked = PhoneMask.masked(text);
    return masked.equals(text) ? line : masked.getBytes(BYTES);
  }

  @Override
  public byte[] footerBytes() {
    return lines.footerBytes();
  }
}
