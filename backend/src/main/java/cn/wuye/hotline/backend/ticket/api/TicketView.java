package cn.wuye.hotline.backend.ticket.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.Transitions;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.Verb;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ticket as the API shows it. */
record TicketView(
    TicketNumber number,
    long version,
    Channel channel,
    Kind kind,
    String category,
    String subcategory,
    Urgency urgency,
    boolean emergency,
    State state,
    Instant stateSince,
    Set<Verb> possible,
    @Nullable String owner,
    @Nullable String department,
    PlaceView place,
    ReporterView reporter,
    String text,
    boolean unfinished,
    boolean needsTranscript,
    @Nullable String callId,
    @Nullable TicketNumber duplicateOf,
    Instant openedAt,
    @Nullable Instant acceptBy,
    @Nullable Instant nextDue,
    Instant enteredAt,
    Instant updatedAt) {

  static TicketView of(TicketRow row, Viewer viewer) {
    Contents contents = row.contents();
    return new TicketView(
        row.number(),
        row.version(),
        row.channel(),
        contents.subject().kind(),
        contents.subject().category(),
        contents.subject().subcategory(),
        contents.subject().urgency(),
        contents.subject().emergency(),
        row.state(),
        row.stateSince(),
        Transitions.possible(row.state()),
        row.owner().isEmpty() ? null : row.owner(),
        row.department().isEmpty() ? null : row.department(),
        PlaceView.of(row),
        new ReporterView(
            contents.reporter().residentId() == null
                ? null
                : contents.reporter().residentId().toString(),
            contents.reporter().name(),
            viewer.shown(contents.reporter().phone())),
        contents.text(),
        contents.unfinished(),
        contents.needsTranscript(),
        row.callId() == null ? null : row.callId().value(),
        row.duplicateOf(),
        row.openedAt(),
        row.acceptBy(),
        row.nextDue(),
        row.enteredAt(),
        row.updatedAt());
  }

  /** Where it is; empty strings for what is unknown. */
  record PlaceView(
      @Nullable EstateId estateId,
      String estate,
      String building,
      String unit,
      String room,
      String words,
      String display) {
    static PlaceView of(TicketRow row) {
      var place = row.contents().place();
      return new PlaceView(
          place.estateId(),
          row.estateName(),
          place.building(),
          place.unit(),
          place.room(),
          place.words(),
          row.placeLine());
    }
  }

  /** Who reported it; the phone is masked unless the viewer may see it. */
  record ReporterView(@Nullable String residentId, String name, @Nullable String phone) {}
}
