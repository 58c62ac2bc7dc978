package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.search.SearchDocument;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes old tickets past the services: those would ring people, start deadlines and tell the world
 * that something happened now.
 */
@Component
class TicketWrites {
  private final JsonMapper json;

  TicketWrites(JsonMapper json) {
    this.json = json;
  }

  void add(long number, OldTicket ticket, @Nullable Long resident, Instant now, Writes writes) {
    EstateIndex.Known estate = ticket.estate();
    PhoneNumber phone = ticket.phone();
    writes.later(
        "INSERT INTO ticket (number, version, origin_key, channel, kind, category, subcategory,"
            + " urgency, state, state_since, estate_id, building, unit, room, place_words,"
            + " resident_id, reporter_name, reporter_phone, text, unfinished, opened_at, entered_at,"
            + " updated_at) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?)",
        number,
        ticket.origin(),
        ticket.channel(),
        ticket.kind(),
        ticket.category(),
        ticket.subcategory(),
        ticket.urgency(),
        ticket.state(),
        Utc.column(ticket.stateSince()),
        estate == null ? null : estate.id(),
        ticket.building(),
        ticket.unit(),
        ticket.room(),
        ticket.placeWords(),
        resident,
        ticket.reporter(),
        phone == null ? null : phone.digits(),
        ticket.text(),
        ticket.unfinished(),
        Utc.column(ticket.opened()),
        Utc.column(now),
        Utc.column(now));
    writes.later(
        "INSERT INTO ticket_search (terms, body, made_by, ticket) VALUES (?, ?, ?, ?)",
        terms(number, ticket));
    event(
        number,
        0,
        ticket.opened(),
        new Happening.Opened(
            Coded.of(Channel.class, ticket.channel()),
            Optional.empty(),
            ticket.unfinished(),
            Coded.of(Urgency.class, ticket.urgency()),
            ""),
        writes);
    event(number, 0, now, note("从“%s”导入，原工单号 %s", ticket), writes);
  }

  void change(long number, OldTicket ticket, Instant now, Writes writes) {
    EstateIndex.Known estate = ticket.estate();
    PhoneNumber phone = ticket.phone();
    writes.later(
        "UPDATE ticket SET version = version + 1, channel = ?, kind = ?, category = ?,"
            + " subcategory = ?, urgency = ?, state = ?, state_since = ?, estate_id = ?,"
            + " building = ?, unit = ?, room = ?, place_words = ?, reporter_name = ?,"
            + " reporter_phone = ?, text = ?, unfinished = ?, opened_at = ?, updated_at = ?"
            + " WHERE number = ?",
        ticket.channel(),
        ticket.kind(),
        ticket.category(),
        ticket.subcategory(),
        ticket.urgency(),
        ticket.state(),
        Utc.column(ticket.stateSince()),
        estate == null ? null : estate.id(),
        ticket.building(),
        ticket.unit(),
        ticket.room(),
        ticket.placeWords(),
        ticket.reporter(),
        phone == null ? null : phone.digits(),
        ticket.text(),
        ticket.unfinished(),
        Utc.column(ticket.opened()),
        Utc.column(now),
        number);
    writes.later(
        "UPDATE ticket_search SET terms = ?, body = ?, made_by = ? WHERE ticket = ?",
        terms(number, ticket));
    event(number, 1, now, note("再次从“%s”导入，内容已更新，原工单号 %s", ticket), writes);
  }

  /** What it is found by, its old number included. */
  private static Object[] terms(long number, OldTicket ticket) {
    EstateIndex.Known estate = ticket.estate();
    PhoneNumber phone = ticket.phone();
    SearchDocument document =
        SearchDocument.of(
            new SearchDocument.Source(
                number,
                estate == null ? null : estate.id(),
                ticket.building(),
                ticket.unit(),
                ticket.room(),
                phone == null ? null : phone.digits(),
                List.of(ticket.text(), ticket.placeWords(), ticket.reporter(), ticket.number())));
    return new Object[] {document.terms(), document.body(), SearchDocument.VERSION, number};
  }

  private static Happening note(String sentence, OldTicket ticket) {
    return new Happening.NoteAdded(sentence.formatted(ticket.source(), ticket.number()));
  }

  private void event(long number, int version, Instant at, Happening what, Writes writes) {
    writes.later(
        "INSERT INTO ticket_event (ticket, ticket_version, happened_at, kind, actor, details)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        number,
        version,
        Utc.column(at),
        what.kind(),
        TicketRows.ACTOR,
        json.writeValueAsString(what));
  }
}
