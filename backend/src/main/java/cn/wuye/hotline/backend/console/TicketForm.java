package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the fields of a ticket, exactly as typed: nothing typed is lost, whatever is wrong
 * with it.
 *
 * @param key made with the empty form: sending the form twice opens one ticket
 * @param version of an existing ticket, the one that the user had before them
 * @param category {@code facilities} or {@code facilities/lift}
 * @param phone of an existing ticket: empty leaves a number as it is that the user may not see
 */
record TicketForm(
    String key,
    @Nullable Long version,
    String text,
    String kind,
    String category,
    String urgency,
    String estate,
    String building,
    String unit,
    String room,
    String reporter,
    String phone) {

  // Called by data binding: fields that were not sent are null.
  TicketForm(
      @Nullable String key,
      @Nullable Long version,
      @Nullable String text,
      @Nullable String kind,
      @Nullable String category,
      @Nullable String urgency,
      @Nullable String estate,
      @Nullable String building,
      @Nullable String unit,
      @Nullable String room,
      @Nullable String reporter,
      @Nullable String phone) {
    this.key = given(key);
    this.version = version;
    this.text = given(text);
    this.kind = given(kind);
    this.category = given(category);
    this.urgency = given(urgency);
    this.estate = given(estate);
    this.building = given(building);
    this.unit = given(unit);
    this.room = given(room);
    this.reporter = given(reporter);
    this.phone = given(phone);
  }

  /** An empty form for a new ticket. */
  static TicketForm empty() {
    return new TicketForm(
        UUID.randomUUID().toString(), null, "", "complaint", "", "general", "", "", "", "", "", "");
  }

  /** The fields of a ticket as they are now. */
  static TicketForm of(TicketRow row, SignedInUser reader) {
    Contents now = row.contents();
    PhoneNumber phone = now.reporter().phone();
    String subcategory = now.subject().subcategory();
    return new TicketForm(
        "",
        row.version(),
        now.text(),
        now.subject().kind().code(),
        now.subject().category() + (subcategory.isEmpty() ? "" : "/" + subcategory),
        now.subject().urgency().code(),
        now.place().estateId() == null ? "" : now.place().estateId().toString(),
        now.place().building(),
        now.place().unit(),
        now.place().room(),
        now.reporter().name(),
        phone != null && reader.seesPhoneNumbers() ? phone.digits() : "");
  }

  /** The same with another text. */
  TicketForm withText(String other) {
    return new TicketForm(
        key, version, other, kind, category, urgency, estate, building, unit, room, reporter,
        phone);
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }
}
