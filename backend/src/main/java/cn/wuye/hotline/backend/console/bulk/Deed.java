package cn.wuye.hotline.backend.console.bulk;

import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.DutyReason;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.Verb;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** One thing that is done to every chosen ticket. */
sealed interface Deed {
  /** Given to a person or a department. */
  record Give(String to, String reason) implements Deed {}

  /** More or less urgent than before. */
  record Hurry(Urgency urgency, String reason) implements Deed {
    /** The same contents, as urgent as wanted. */
    Contents over(Contents now) {
      Subject subject = now.subject();
      return new Contents(
          new Subject(subject.kind(), subject.category(), subject.subcategory(), urgency),
          now.place(),
          now.reporter(),
          now.text(),
          now.unfinished(),
          now.needsTranscript());
    }
  }

  /**
   * Moved to another state.
   *
   * @param duty with {@link Verb#DECLINE} alone
   * @param words may be empty
   */
  record Move(Verb verb, Optional<DutyReason> duty, String words) implements Deed {
    /** A duplicate is one of its own ticket; who dispatches gives it to somebody. */
    static final Set<Verb> VERBS =
        EnumSet.complementOf(EnumSet.of(Verb.MARK_DUPLICATE, Verb.DISPATCH));
  }

  /** The same note on each. */
  record Note(String words) implements Deed {}
}
