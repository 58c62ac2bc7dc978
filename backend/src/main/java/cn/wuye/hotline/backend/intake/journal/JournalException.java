package cn.wuye.hotline.backend.intake.journal;

import java.io.IOException;

/** The journal's disk refused (full, gone, read-only). */
public final class JournalException extends RuntimeException {
  JournalException(String what, IOException cause) {
    super(what + ": " + cause.getMessage(), cause);
  }
}
