package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One caller's end of a stream: what she sends every 20 ms, and how punctual what she hears is. */
final class AudioCaller {
  static final long BEAT = TimeUnit.MILLISECONDS.toNanos(20);

  private final SocketChannel channel;
  private final ByteBuffer[] says;
  private final FrameScan scan = new FrameScan();
  private final LateFrames heard = new LateFrames();
  private final CountDownLatch over = new CountDownLatch(1);
  private ByteBuffer unsent = ByteBuffer.allocate(0);
  private int at;
  private long due;

  /**
   * @param channel connected
   * @param says whole frames, again and again
   */
  AudioCaller(SocketChannel channel, ByteBuffer[] says) {
    this.channel = channel;
    this.says = says;
  }

  /** A connection as Asterisk makes it. */
  static SocketChannel connect(InetSocketAddress address, UUID id) throws IOException {
    SocketChannel channel = SocketChannel.open(address);
    channel.socket().setTcpNoDelay(true);
    ByteBuffer opening = ByteBuffer.allocate(19).put((byte) 1).putShort((short) 16);
    opening.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).flip();
    while (opening.hasRemaining()) {
      channel.write(opening);
    }
    return channel;
  }

  void begin(Selector selector, long now) throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
    due = now;
  }

  long due() {
    return due;
  }

  LateFrames heard() {
    return heard;
  }

  /** Sends what is due; false when the stream is over. */
  boolean send() {
    due += BEAT;
    if (!unsent.hasRemaining()) {
      unsent = says[at].duplicate();
      at = (at + 1) % says.length;
    }
    try {
      channel.write(unsent);
      return true;
    } catch (IOException e) {
      end();
      return false;
    }
  }

  /** Reads what has come. */
  void read(ByteBuffer buffer, long now) {
    try {
      buffer.clear();
      int length = channel.read(buffer);
      if (length < 0) {
        end();
        return;
      }
      buffer.flip();
      for (int i = scan.take(buffer); i > 0; i--) {
        heard.arrived(now);
      }
    } catch (IOException e) {
      end();
    }
  }

  /** Hangs up. */
  void end() {
    over.countDown();
    try {
      channel.close();
    } catch (IOException e) {
      Progress.tell("closing a stream: " + e.getMessage());
    }
  }

  boolean isOver() {
    return over.getCount() == 0;
  }

  /** Waits until the stream has ended. */
  void await() throws InterruptedException {
    over.await();
  }
}
