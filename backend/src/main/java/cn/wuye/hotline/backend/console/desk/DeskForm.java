package cn.wuye.hotline.backend.console.desk;

import cn.wuye.hotline.backend.desk.CallBrief;
import cn.wuye.hotline.backend.desk.Draft;
import cn.wuye.hotline.backend.desk.DraftFields;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a call's ticket, exactly as typed.
 *
 * @param version of the draft that the page has; null for none
 */
record DeskForm(
    @Nullable Long version,
    String text,
    String kind,
    String category,
    String urgency,
    String estate,
    String building,
    String unit,
    String room,
    String reporter) {

  // Called by data binding: fields that were not sent are null.
  DeskForm(
      @Nullable Long version,
      @Nullable String text,
      @Nullable String kind,
      @Nullable String category,
      @Nullable String urgency,
      @Nullable String estate,
      @Nullable String building,
      @Nullable String unit,
      @Nullable String room,
      @Nullable String reporter) {
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
  }

  /** The version of the draft that the page has; 0 for none. */
  public long seen() {
    return version == null ? 0 : version;
  }

  /** What she has typed already, else what is known: of the call's ticket, else by the machine. */
  static DeskForm of(CallBrief brief, Optional<Draft> draft) {
    return draft
        .map(DeskForm::of)
        .or(() -> brief.own().map(Ticket::contents).map(DeskForm::of))
        .orElseGet(() -> understood(brief));
  }

  private static DeskForm of(Draft draft) {
    DraftFields typed = draft.fields();
    return new DeskForm(
        draft.version(),
        typed.text(),
        typed.kind(),
        typed.category(),
        typed.urgency(),
        typed.estate(),
        typed.building(),
        typed.unit(),
        typed.room(),
        typed.reporter());
  }

  private static DeskForm of(Contents contents) {
    return of(contents.subject(), contents.place(), contents.reporter().name(), contents.text());
  }

  private static DeskForm understood(CallBrief brief) {
    Optional<TicketDraft> draft = brief.told().draft();
    TicketPlace home =
        onlyOne(brief)
            .flatMap(resident -> resident.dwellings().stream().findFirst())
            .map(
                dwelling ->
                    TicketPlace.fitted(
                        dwelling.estateId(),
                        dwelling.building(),
                        dwelling.unit(),
                        dwelling.room(),
                        ""))
            .orElse(TicketPlace.UNKNOWN);
    String name = onlyOne(brief).map(Resident::name).orElse(Reporter.UNKNOWN.name());
    if (draft.isEmpty()) {
      return of(new Subject(Kind.COMPLAINT, "", "", Urgency.GENERAL), home, name, "");
    }
    TicketDraft said = draft.get();
    TicketPlace place =
        said.place().estateKnown()
            ? TicketPlace.fitted(
                EstateId.find(said.place().estateId()).orElse(null),
                said.place().building(),
                said.place().unit(),
                said.place().room(),
                said.place().words())
            : home;
    // What is only a guess of a machine that has understood nothing is not put into the field.
    Subject subject =
        said.intent().confidence() == 0
            ? new Subject(
                Kind.COMPLAINT,
                "",
                "",
                said.intent().emergency() ? Urgency.EMERGENCY : Urgency.GENERAL)
            : Subject.of(said.intent());
    return of(subject, place, name, said.text());
  }

  private static Optional<Resident> onlyOne(CallBrief brief) {
    return brief.residents().size() == 1 ? Optional.of(brief.residents().get(0)) : Optional.empty();
  }

  private static DeskForm of(Subject subject, TicketPlace place, String reporter, String text) {
    return new DeskForm(
        null,
        text,
        subject.kind().code(),
        subject.category() + (subject.subcategory().isEmpty() ? "" : "/" + subject.subcategory()),
        subject.urgency().code(),
        place.estateId() == null ? "" : place.estateId().toString(),
        place.building(),
        place.unit(),
        place.room(),
        reporter);
  }

  DraftFields fields() {
    return new DraftFields(text, kind, category, urgency, estate, building, unit, room, reporter);
  }

  /** Whether she has to look at the place: it is not known which estate it is. */
  public boolean placeOpen() {
    return estate.isEmpty();
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }
}
