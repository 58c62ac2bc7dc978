package cn.wuye.hotline.ivr.agi;

import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Answers the calls that Asterisk brings: a FastAGI server and an AudioSocket server, started and
 * closed together.
 */
public final class TelephoneServer implements AutoCloseable {
  private final TelephoneSettings settings;
  private final TelephoneParts parts;

  public TelephoneServer(TelephoneSettings settings, TelephoneParts parts) {
    this.settings = settings;
    this.parts = parts;
  }

  /**
   * Binds both ports and accepts calls from now on.
   *
   * @throws IOException when a port is taken; nothing is left open then
   */
  public void start() throws IOException {
    throw new IOException("not yet: " + settings + parts.clock());
  }

  /** Where FastAGI listens, with the port really taken. */
  public InetSocketAddress agiAddress() {
    return settings.agi();
  }

  /** Where AudioSocket listens, with the port really taken. */
  public InetSocketAddress audioSocketAddress() {
    return settings.audioSocket();
  }

  /** Takes no new calls, ends those in progress from our side, frees both ports. Idempotent. */
  @Override
  public void close() {}
}
