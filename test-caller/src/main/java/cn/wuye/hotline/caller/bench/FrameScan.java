package cn.wuye.hotline.caller.bench;

import java.nio.ByteBuffer;

/** Finds the frames of sound in a stream of AudioSocket, in however many pieces it comes. */
final class FrameScan {
  private static final int HEADER = 3;
  private static final int AUDIO = 0x10;

  private int headerBytes;
  private int kind;
  private int left;

  /** Takes the bytes; returns how many frames of sound were completed by them. */
  int take(ByteBuffer bytes) {
    int completed = 0;
    while (bytes.hasRemaining()) {
      if (headerBytes < HEADER) {
        int next = bytes.get() & 0xff;
        if (headerBytes == 0) {
          kind = next;
          left = 0;
        } else {
          left = (left << 8) | next;
        }
        headerBytes++;
      }
      int skipped = headerBytes < HEADER ? 0 : Math.min(left, bytes.remaining());
      bytes.position(bytes.position() + skipped);
      left -= skipped;
      if (headerBytes == HEADER && left == 0) {
        completed += kind == AUDIO ? 1 : 0;
        headerBytes = 0;
      }
    }
    return completed;
  }
}
