package cn.wuye.hotline.backend.ticket.search;

import java.util.List;

/** One thing that a ticket must have to be found. */
sealed interface Wanted {
  /**
   * Letters that stand together, or one of the estates that are called so.
   *
   * @param run folded, letters and digits only, not empty
   */
  record Run(String run, List<Long> estates) implements Wanted {}

  /** A number on its own: in a text, at the end of the ticket's or the reporter's number. */
  record Digits(String digits) implements Wanted {}

  /** A building, unit or room, as its index word. */
  record Place(String word) implements Wanted {}
}
