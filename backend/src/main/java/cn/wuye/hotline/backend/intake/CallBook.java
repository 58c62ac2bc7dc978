package cn.wuye.hotline.backend.intake;

/**
 * Where calls and their tickets end up: database and recording store. Everything here may be done
 * again with the same entry without changing anything, and is durable on return. Failures are those
 * of {@link cn.wuye.hotline.backend.database.DatabaseFailure}.
 */
interface CallBook {
  /**
   * Opens the call's ticket, or brings it up to date; or adds the call to the ticket that it is
   * about.
   *
   * @return the number the ticket has in the database
   */
  String enter(TicketEntry ticket);

  /** Keeps the call and its turns. */
  void enter(CallEntry call);

  /** Keeps a caller's number and place, or that she does not want it. */
  void enter(MemoryEntry memory);

  /** Keeps the sound, in place of what was kept of it before; the file is not touched. */
  void enter(SoundEntry sound);
}
