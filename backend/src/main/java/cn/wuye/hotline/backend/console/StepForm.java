package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.TicketRow;
import org.jspecify.annotations.Nullable;

/**
 * The wish to move a ticket on, or to write a note.
 *
 * @param version the version that the user had before them
 * @param verb code of what to do; {@code note} writes only the note
 * @param survivor number of the ticket that carries on, for a duplicate
 * @param duty code of why it is not our duty
 */
record StepForm(
    @Nullable Long version,
    @Nullable String verb,
    @Nullable String note,
    @Nullable String survivor,
    @Nullable String duty) {
  static final int MAX_NOTE = 2000;

  static StepForm of(TicketRow row) {
    return new StepForm(row.version(), "", "", "", "");
  }

  String noteText() {
    return note == null ? "" : note.strip();
  }

  String survivorDigits() {
    return survivor == null ? "" : survivor.strip();
  }
}
