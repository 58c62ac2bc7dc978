package cn.wuye.hotline.backend.dispatch.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a phone was held, from a JPEG's EXIF data: it turns the picture only when it is shown. */
final class Orientation {
  private static final int APP1 = 0xffe1;
  private static final int START_OF_SCAN = 0xffda;
  private static final int EXIF = 0x45786966;
  private static final int TAG = 0x0112;

  private Orientation() {}

  /** Quarter turns clockwise to put it upright, 0–3; 0 when nothing is known. */
  static int quarterTurns(byte[] jpeg) {
    try {
      return switch (value(ByteBuffer.wrap(jpeg))) {
        case 3 -> 2;
        case 6 -> 1;
        case 8 -> 3;
        default -> 0;
      };
    } catch (java.nio.BufferUnderflowException | IllegalArgumentException broken) {
      return 0;
    }
  }

  private static int value(ByteBuffer file) {
    file.position(2);
    while (file.remaining() > 4) {
      int marker = file.getShort() & 0xffff;
      int length = file.getShort() & 0xffff;
      if (marker == START_OF_SCAN || marker < 0xff00 || length < 2) {
        return 1;
      }
      int next = file.position() + length - 2;
      if (marker == APP1 && length > 16 && file.getInt() == EXIF) {
        file.getShort();
        return exif(file.slice());
      }
      file.position(next);
    }
    return 1;
  }

  private static int exif(ByteBuffer tiff) {
    tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    tiff.position(4);
    tiff.position(tiff.getInt());
    int entries = tiff.getShort() & 0xffff;
    for (int entry = 0; entry < entries; entry++) {
      int at = tiff.position();
      if ((tiff.getShort() & 0xffff) == TAG) {
        tiff.position(at + 8);
        return tiff.getShort() & 0xffff;
      }
      tiff.position(at + 12);
    }
    return 1;
  }
}
