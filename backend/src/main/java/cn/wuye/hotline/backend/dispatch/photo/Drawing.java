package cn.wuye.hotline.backend.dispatch.photo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Makes pictures anew, so few at once that they never take the memory of everything else. */
final class Drawing {
  private final Semaphore places;
  private final Duration patience;

  /**
   * @param atOnce how many are made at the same time
   * @param patience how long another one waits for its turn
   */
  Drawing(int atOnce, Duration patience) {
    this.places = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /**
   * The picture in a file; empty when its turn did not come.
   *
   * @throws BadPhoto when it is no JPEG or PNG, cannot be decoded, or is too large to be
   */
  Optional<Picture> of(byte[] sent) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(Picture.of(sent));
    } finally {
      places.release();
    }
  }
}
