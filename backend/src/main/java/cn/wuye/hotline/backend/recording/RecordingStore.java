package cn.wuye.hotline.backend.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where the sound of recordings is kept. What one node puts, every node gets. A folder today, an
 * S3-compatible store later.
 */
public interface RecordingStore {
  /**
   * Keeps the content, in place of what the key held before. All or nothing: nobody ever gets a
   * part of it, whatever dies meanwhile. Durable on return.
   *
   * @param content read to its end; not closed
   * @throws IOException when it cannot be read or kept; the key holds what it held before
   */
  void put(RecordingKey key, InputStream content) throws IOException;

  /** What is kept under the key; empty when nothing is. */
  Optional<Sound> find(RecordingKey key) throws IOException;

  /** Forgets the key. Does nothing when it holds nothing. */
  void delete(RecordingKey key) throws IOException;

  /** Whether something is kept under the key. */
  default boolean exists(RecordingKey key) throws IOException {
    return find(key).isPresent();
  }

  /** A kept recording. */
  interface Sound {
    /** Its length in bytes. */
    long bytes();

    /**
     * Its content from a position on; to be closed by the caller.
     *
     * @param position 0 to {@link #bytes()}
     */
    InputStream open(long position) throws IOException;
  }
}
