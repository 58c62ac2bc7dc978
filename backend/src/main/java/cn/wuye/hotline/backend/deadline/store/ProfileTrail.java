package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Field;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket was before each change: followed back from what it is now, because the timeline has
 * the changes and not the beginning.
 *
 * @param first as it was opened
 */
record ProfileTrail(TicketProfile first) {
  // Which company has the job is known when jobs are given out.
  private static final String OURS = "";

  static ProfileTrail of(Contents now, List<TicketEvent> events) {
    Subject subject = now.subject();
    TicketProfile profile =
        new TicketProfile(
            subject.kind(),
            subject.category(),
            subject.subcategory(),
            subject.urgency(),
            now.place().estateId(),
            OURS);
    List<TicketEvent> backwards = new ArrayList<>(events);
    Collections.reverse(backwards);
    for (TicketEvent event : backwards) {
      if (event.kind().equals("amended")) {
        profile = with(profile, event, "from");
      }
    }
    return new ProfileTrail(profile);
  }

  /** The profile after a change. */
  TicketProfile after(TicketProfile before, TicketEvent change) {
    return with(before, change, "to");
  }

  private static TicketProfile with(TicketProfile profile, TicketEvent event, String side) {
    TicketProfile changed = profile;
    if (event.details().get("changes") instanceof List<?> changes) {
      for (Object change : changes) {
        if (change instanceof Map<?, ?> fields) {
          Object value = fields.get(side);
          changed =
              with(
                  changed,
                  String.valueOf(fields.get("field")),
                  value == null ? null : value.toString());
        }
      }
    }
    return changed;
  }

  private static TicketProfile with(TicketProfile p, String field, @Nullable String value) {
    String text = value == null ? "" : value;
    return switch (Coded.find(Field.class, field).orElse(Field.TEXT)) {
      case KIND ->
          new TicketProfile(
              Coded.find(Kind.class, text).orElse(p.kind()),
              p.category(),
              p.subcategory(),
              p.urgency(),
              p.estate(),
              p.thirdParty());
      case CATEGORY -> p.withCategory(text, p.subcategory());
      case SUBCATEGORY -> p.withCategory(p.category(), text);
      case URGENCY -> p.withUrgency(Coded.find(Urgency.class, text).orElse(p.urgency()));
      case ESTATE ->
          new TicketProfile(
              p.kind(),
              p.category(),
              p.subcategory(),
              p.urgency(),
              EstateId.find(text).orElse(null),
              p.thirdParty());
      default -> p;
    };
  }
}
