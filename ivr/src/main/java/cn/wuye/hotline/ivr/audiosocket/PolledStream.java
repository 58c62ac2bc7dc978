package cn.wuye.hotline.ivr.audiosocket;

import cn.wuye.hotline.ivr.audio.Pcm;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.UUID;

/**
 * A stream of sound for who looks at it every 20 ms instead of waiting for it: nothing here ever
 * blocks, so that one thread serves many calls. Belongs to that thread; only {@link #end} and
 * {@link #close} may be called by others.
 */
public final class PolledStream implements AutoCloseable {
  private static final byte[] NOTHING = {};
  private static final int USUAL = 2048;

  private final UUID id;
  private final SocketChannel channel;
  private ByteBuffer in = ByteBuffer.allocateDirect(USUAL);
  private ByteBuffer out = ByteBuffer.allocateDirect(Frame.HEADER + Pcm.FRAME_BYTES).limit(0);
  private volatile boolean ending;
  private boolean ended;

  PolledStream(UUID id, SocketChannel channel) {
    this.id = id;
    this.channel = channel;
  }

  /** The UUID the stream was opened with. */
  public UUID id() {
    return id;
  }

  /**
   * Tells the listener of everything that has come since the last time, but not of the end.
   *
   * @throws EOFException when the peer has ended the stream; the message says how
   * @throws IOException when it broke
   */
  public void poll(AudioListener listener) throws IOException {
    int length = channel.read(in);
    if (length != 0) {
      in.flip();
      while (next(listener)) {
        // All of the frames that are there.
      }
      makeRoom();
    }
    if (length < 0) {
      throw new EOFException("connection closed");
    }
  }

  /** Takes one frame; false when none is there as a whole. */
  private boolean next(AudioListener listener) throws IOException {
    if (in.remaining() < Frame.HEADER) {
      return false;
    }
    int length = in.getShort(in.position() + 1) & 0xffff;
    if (in.remaining() < Frame.HEADER + length) {
      return false;
    }
    int kind = in.get() & 0xff;
    byte[] payload = new byte[in.getShort() & 0xffff];
    in.get(payload);
    AudioStream.tell(listener, new Frame(kind, payload));
    return true;
  }

  /** For the rest of the frame that has begun, however long it is. */
  private void makeRoom() {
    int whole =
        in.remaining() < Frame.HEADER
            ? USUAL
            : Frame.HEADER + (in.getShort(in.position() + 1) & 0xffff);
    if (whole > in.capacity()) {
      in = ByteBuffer.allocateDirect(whole).put(in);
    } else {
      in.compact();
    }
  }

  /**
   * Sends 20 ms of sound, or the word that this was the end. A peer that has taken nothing for so
   * long that the connection is full does not get this frame.
   *
   * @return false when the stream has ended from our side
   * @throws IOException when the stream broke
   */
  public boolean sendAudio(byte[] pcm) throws IOException {
    if (ended) {
      return false;
    }
    if (out.hasRemaining()) {
      channel.write(out);
    }
    if (!out.hasRemaining()) {
      boolean last = ending;
      fill(last ? Frame.END : Frame.AUDIO, last ? NOTHING : pcm);
      channel.write(out);
      ended = last;
    } else if (ending) {
      // A peer that takes nothing will not take this either.
      throw new IOException("the peer takes nothing");
    }
    if (ended) {
      channel.shutdownOutput();
    }
    return !ended;
  }

  private void fill(int kind, byte[] payload) {
    if (out.capacity() < Frame.HEADER + payload.length) {
      out = ByteBuffer.allocateDirect(Frame.HEADER + payload.length);
    }
    out.clear().put((byte) kind).putShort((short) payload.length).put(payload).flip();
  }

  /**
   * With the next frame Asterisk is told that this is the end, so that its AudioSocket application
   * returns while the call lives on. The connection is closed by Asterisk, for which {@link #poll}
   * must go on: closing it here, with sound still unread, would reset it and the word might never
   * arrive. Idempotent.
   */
  public void end() {
    ending = true;
  }

  /** Closes the connection without a word. Idempotent. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
