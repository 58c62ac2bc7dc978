package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket to be shown.
 *
 * @param duplicateOf the one it was merged into
 * @param repeatOf the earlier one that it repeats
 * @param incident whether it stands for one cause that several people report
 * @param estateName empty string while the estate is unknown
 * @param owner login of the one who is responsible; empty string while nobody is
 * @param department code of the one that leads; empty string while unknown
 * @param acceptBy by when a person should accept or should have accepted it, by its clock; null
 *     while it has none
 * @param nextDue the earliest due time of what is still waited for; null when nothing is, or all
 *     stands still
 */
public record TicketRow(
    TicketNumber number,
    long version,
    Channel channel,
    Contents contents,
    State state,
    Instant stateSince,
    @Nullable TicketNumber duplicateOf,
    @Nullable TicketNumber repeatOf,
    boolean incident,
    @Nullable CallId callId,
    Instant openedAt,
    Instant enteredAt,
    Instant updatedAt,
    String estateName,
    String owner,
    String department,
    @Nullable Instant acceptBy,
    @Nullable Instant nextDue) {

  /** The place in one line, as precise as it is known; empty string when nothing is. */
  public String placeLine() {
    TicketPlace place = contents.place();
    String resolved =
        Stream.of(estateName, place.building(), place.unit(), place.room())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return resolved.isEmpty() ? place.words() : resolved;
  }

  TicketCursor cursor() {
    return new TicketCursor(openedAt, number);
  }
}
