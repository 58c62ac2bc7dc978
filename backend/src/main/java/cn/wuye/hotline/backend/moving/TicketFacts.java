package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that a file says about a ticket in one text, so that a difference is seen. */
final class TicketFacts {
  private static final List<String> COLUMNS =
      List.of(
          "channel",
          "kind",
          "category",
          "subcategory",
          "urgency",
          "state",
          "estate_id",
          "building",
          "unit",
          "room",
          "place_words",
          "reporter_name",
          "reporter_phone",
          "text");

  private TicketFacts() {}

  static String of(OldTicket ticket) {
    EstateIndex.Known estate = ticket.estate();
    PhoneNumber phone = ticket.phone();
    return joined(
        Stream.of(
            ticket.channel(),
            ticket.kind(),
            ticket.category(),
            ticket.subcategory(),
            ticket.urgency(),
            ticket.state(),
            estate == null ? "" : String.valueOf(estate.id()),
            ticket.building(),
            ticket.unit(),
            ticket.room(),
            ticket.placeWords(),
            ticket.reporter(),
            phone == null ? "" : phone.digits(),
            ticket.text(),
            String.valueOf(ticket.unfinished()),
            Times.write(ticket.stateSince()),
            Times.write(ticket.opened())));
  }

  static String of(ResultSet row) throws SQLException {
    Stream.Builder<@Nullable String> values = Stream.builder();
    for (String column : COLUMNS) {
      values.add(row.getString(column));
    }
    values.add(String.valueOf(row.getBoolean("unfinished")));
    values.add(Times.write(Utc.instant(row, "state_since")));
    values.add(Times.write(Utc.instant(row, "opened_at")));
    return joined(values.build());
  }

  private static String joined(Stream<@Nullable String> values) {
    return values
        .map(value -> Objects.requireNonNullElse(value, ""))
        .collect(Collectors.joining("\u0000"));
  }
}
