package cn.wuye.hotline.ivr.audiosocket;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One open stream of sound with Asterisk. One thread reads; writing may be done by another; closing
 * by any.
 */
public final class AudioStream implements AutoCloseable {
  private static final byte[] NOTHING = {};
  private static final long PATIENCE_MILLIS = 200;

  private final UUID id;
  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final ReentrantLock writing = new ReentrantLock();

  private AudioStream(UUID id, Socket socket, DataInputStream in) throws IOException {
    this.id = id;
    this.socket = socket;
    this.in = in;
    this.out = socket.getOutputStream();
  }

  /**
   * Waits for the opening frame of a connection that Asterisk made.
   *
   * @throws IOException when none comes within the socket's read time-out; the socket stays open
   */
  static AudioStream accept(Socket socket) throws IOException {
    // Not one byte more: what follows may be read in another way.
    UUID id = FrameCodec.opened(FrameCodec.read(new DataInputStream(socket.getInputStream())));
    return new AudioStream(id, socket, buffered(socket.getInputStream()));
  }

  /** Opens a stream as Asterisk would, for tests of the other end. */
  public static AudioStream open(UUID id, Socket connected) throws IOException {
    connected.setTcpNoDelay(true);
    AudioStream stream = new AudioStream(id, connected, buffered(connected.getInputStream()));
    stream.send(FrameCodec.opening(id));
    return stream;
  }

  private static DataInputStream buffered(InputStream in) {
    return new DataInputStream(new BufferedInputStream(in, 2048));
  }

  /**
   * The same stream for who polls it; this one is not used any more then.
   *
   * @throws IllegalStateException when it was not accepted by an {@link AudioSocketServer}
   */
  public PolledStream polled() throws IOException {
    SocketChannel channel = socket.getChannel();
    if (channel == null) {
      throw new IllegalStateException("only a server's streams can be polled");
    }
    channel.configureBlocking(false);
    return new PolledStream(id, channel);
  }

  /** The UUID the stream was opened with. */
  public UUID id() {
    return id;
  }

  /**
   * Reads until the stream ends, telling the listener of everything that came; returns when it is
   * over, however it ended.
   */
  public void listen(AudioListener listener) {
    String how;
    try {
      while (true) {
        tell(listener, FrameCodec.read(in));
      }
    } catch (EOFException e) {
      how = e.getMessage() == null ? "connection closed" : e.getMessage();
    } catch (IOException e) {
      how = ended.get() ? "ended from our side" : String.valueOf(e.getMessage());
    } finally {
      close();
    }
    listener.ended(how);
  }

  /**
   * @throws EOFException when the frame says that the stream has ended
   */
  static void tell(AudioListener listener, Frame frame) throws EOFException {
    switch (frame.kind()) {
      case Frame.AUDIO -> listener.audio(frame.payload());
      case Frame.KEY -> {
        if (frame.payload().length > 0) {
          listener.key((char) (frame.payload()[0] & 0xff));
        }
      }
      case Frame.END -> throw new EOFException("ended by the peer");
      case Frame.ERROR -> throw new EOFException("the peer reports an error");
      default -> {
        // Asterisk adds kinds over time; they are none of our business.
      }
    }
  }

  /**
   * Sends one frame. Waits while the peer takes nothing.
   *
   * @throws IOException when the stream has ended
   */
  public void send(Frame frame) throws IOException {
    writing.lock();
    try {
      if (ended.get()) {
        throw new EOFException("the stream has ended");
      }
      FrameCodec.write(out, frame);
    } finally {
      writing.unlock();
    }
  }

  /** Sends 16-bit 8 kHz sound, usually 320 bytes every 20 ms. */
  public void sendAudio(byte[] pcm) throws IOException {
    send(new Frame(Frame.AUDIO, pcm));
  }

  /**
   * Tells Asterisk that this is the end, so that its AudioSocket application returns while the call
   * lives on. The connection is closed by Asterisk, which {@link #listen} waits for: closing it
   * here, with sound still unread, would reset it and the word might never arrive. Idempotent.
   */
  public void end() {
    try {
      if (writing.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          sayEnd();
        } finally {
          writing.unlock();
        }
      } else {
        // A peer that takes nothing will not take this either.
        close();
      }
    } catch (IOException alreadyGone) {
      // Then there is nobody who needed to be told.
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  private void sayEnd() throws IOException {
    if (ended.compareAndSet(false, true)) {
      FrameCodec.write(out, new Frame(Frame.END, NOTHING));
      socket.shutdownOutput();
    }
  }

  /** Closes the connection without a word. Idempotent. */
  @Override
  public void close() {
    ended.set(true);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
