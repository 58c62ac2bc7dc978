package cn.wuye.hotline.backend.intake.journal;

/** What a journal line must survive. */
enum Durability {
  /** The death of the application: handed to the operating system. */
  PROCESS,
  /** A power cut: on the disk. */
  DISK;

  /** What would be missed by a resident goes to the disk; what the hotline itself said need not. */
  static Durability of(JournalLine line) {
    if (line instanceof JournalLine.Spoke spoke) {
      return JournalledCall.heard(spoke.turn()) ? DISK : PROCESS;
    }
    return DISK;
  }
}
