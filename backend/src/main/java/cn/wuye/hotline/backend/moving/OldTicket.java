package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of an older system.
 *
 * @param source which system
 * @param number what it is called there
 * @param estate null while unknown
 * @param phone null when not given
 * @param duplicateOf the old number of the ticket that carries on; empty string for none
 */
record OldTicket(
    String source,
    String number,
    String channel,
    String kind,
    String category,
    String subcategory,
    String urgency,
    String state,
    Instant stateSince,
    EstateIndex.@Nullable Known estate,
    String building,
    String unit,
    String room,
    String placeWords,
    String reporter,
    @Nullable PhoneNumber phone,
    String text,
    boolean unfinished,
    Instant opened,
    String duplicateOf) {
  /** The key that makes it one ticket however often it is imported. */
  String origin() {
    return origin(source, number);
  }

  static String origin(String source, String number) {
    return Origin.imported(source, number).key();
  }

  String estateName() {
    EstateIndex.Known known = estate;
    return known == null ? "" : known.name();
  }

  /** Reads a row; empty when something is wrong, which is added to the faults. */
  static Optional<OldTicket> read(StagedRow row, Names names, Check check, List<Fault> faults) {
    Cells cells = new Cells(row, check, faults);
    String source = cells.text("source", 40);
    if (source.contains(":")) {
      cells.fault("source", "colon", "");
    }
    String number = cells.required("number", 60);
    cells.required("category", 60);
    String category = cells.code("category", names.categories());
    String subcategory =
        category.isEmpty() ? "" : cells.code("subcategory", names.codes().subcategories(category));
    cells.required("state", 60);
    String state = cells.code("state", names.states());
    cells.required("opened", 60);
    Instant opened = cells.time("opened");
    Instant since = cells.time("state-since");
    if (opened != null && since != null && since.isBefore(opened)) {
      cells.fault("state-since", "before-opened", "");
    }
    EstateIndex.Known estate = cells.estate("estate");
    OldTicket ticket =
        new OldTicket(
            source.isEmpty() ? check.source() : source,
            number,
            or(cells.code("channel", names.channels()), "import"),
            or(cells.code("kind", names.kinds()), "complaint"),
            category,
            subcategory,
            or(cells.code("urgency", names.urgencies()), "general"),
            state,
            Objects.requireNonNullElse(since, Objects.requireNonNullElse(opened, Instant.EPOCH)),
            estate,
            cells.text("building", TicketPlace.MAX_BUILDING),
            cells.text("unit", TicketPlace.MAX_UNIT),
            cells.text("room", TicketPlace.MAX_ROOM),
            cells.text("place-words", TicketPlace.MAX_WORDS),
            cells.text("reporter", Reporter.MAX_NAME),
            cells.phone("phone"),
            cells.text("text", Contents.MAX_TEXT),
            cells.code("unfinished", names.yesNo()).equals("true"),
            Objects.requireNonNullElse(opened, Instant.EPOCH),
            cells.text("duplicate-of", 60));
    Integer before = check.seenBefore(ticket.origin(), row.number());
    if (before != null && !number.isEmpty()) {
      cells.fault("number", "repeated", before.toString());
    }
    return faults.isEmpty() ? Optional.of(ticket) : Optional.empty();
  }

  private static String or(String code, String otherwise) {
    return code.isEmpty() ? otherwise : code;
  }

  /** The codes that a ticket's cells are compared with, looked up once for many rows. */
  record Names(
      KnownCodes codes,
      CodeNames channels,
      CodeNames kinds,
      CodeNames categories,
      CodeNames urgencies,
      CodeNames states,
      CodeNames yesNo) {
    static Names of(KnownCodes codes) {
      return new Names(
          codes,
          codes.channels(),
          codes.kinds(),
          codes.categoryNames(),
          codes.urgencies(),
          codes.states(),
          codes.yesAndNo());
    }
  }
}
