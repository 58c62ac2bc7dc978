package cn.wuye.hotline.backend.ticket.api;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a client says of a ticket; null is: nothing said, what was there stays. */
record TicketRequest(
    @Nullable Kind kind,
    @Nullable String category,
    @Nullable String subcategory,
    @Nullable Urgency urgency,
    @Nullable String text,
    @Nullable PlaceRequest place,
    @Nullable ReporterRequest reporter) {
  private static final PlaceRequest NO_PLACE = new PlaceRequest(null, null, null, null, null);
  private static final ReporterRequest NO_REPORTER = new ReporterRequest(null, null, null);

  /** Where it is. */
  record PlaceRequest(
      @Nullable String estateId,
      @Nullable String building,
      @Nullable String unit,
      @Nullable String room,
      @Nullable String words) {}

  /** Who reported it. */
  record ReporterRequest(
      @Nullable String residentId, @Nullable String name, @Nullable String phone) {}

  /** Tells what is too long or has the wrong form. */
  void check(FieldCheck check) {
    PlaceRequest where = Objects.requireNonNullElse(place, NO_PLACE);
    ReporterRequest who = Objects.requireNonNullElse(reporter, NO_REPORTER);
    check
        .text("text", text, Contents.MAX_TEXT)
        .text("category", category, 24)
        .text("subcategory", subcategory, 24)
        .text("place.building", where.building, TicketPlace.MAX_BUILDING)
        .text("place.unit", where.unit, TicketPlace.MAX_UNIT)
        .text("place.room", where.room, TicketPlace.MAX_ROOM)
        .text("place.words", where.words, TicketPlace.MAX_WORDS)
        .text("reporter.name", who.name, Reporter.MAX_NAME);
    check.parsed("place.estateId", where.estateId, EstateId::parse, "\"1\"");
    check.parsed("reporter.residentId", who.residentId, Long::valueOf, "\"1\"");
    check.parsed("reporter.phone", who.phone, PhoneNumber::new, "13800000001");
  }

  /** What the ticket says then; only after {@link #check}. */
  Contents applied(Contents now) {
    Subject subject = now.subject();
    String newCategory = or(category, subject.category());
    // A new category without a sub-category has none: the old one belongs to the old category.
    String oldSubcategory = newCategory.equals(subject.category()) ? subject.subcategory() : "";
    return new Contents(
        new Subject(
            kind == null ? subject.kind() : kind,
            newCategory,
            or(subcategory, oldSubcategory),
            urgency == null ? subject.urgency() : urgency),
        place(now.place()),
        reporter(now.reporter()),
        or(text, now.text()),
        now.unfinished(),
        now.needsTranscript());
  }

  private TicketPlace place(TicketPlace now) {
    PlaceRequest where = Objects.requireNonNullElse(place, NO_PLACE);
    return new TicketPlace(
        where.estateId == null
            ? now.estateId()
            : where.estateId.isEmpty() ? null : EstateId.parse(where.estateId),
        or(where.building, now.building()),
        or(where.unit, now.unit()),
        or(where.room, now.room()),
        or(where.words, now.words()));
  }

  private Reporter reporter(Reporter now) {
    ReporterRequest who = Objects.requireNonNullElse(reporter, NO_REPORTER);
    return new Reporter(
        who.residentId == null
            ? now.residentId()
            : who.residentId.isEmpty() ? null : Long.valueOf(who.residentId),
        or(who.name, now.name()),
        who.phone == null ? now.phone() : who.phone.isEmpty() ? null : new PhoneNumber(who.phone));
  }

  private static String or(@Nullable String said, String otherwise) {
    return said == null ? otherwise : said.strip();
  }
}
