package cn.wuye.hotline.backend.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used now; the same may work later. */
public final class DatabaseAwayException extends RuntimeException {
  DatabaseAwayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
