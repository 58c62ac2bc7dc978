package cn.wuye.hotline.backend.sample;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The timeline of a made-up ticket, in the form that the real one has. */
@Component
class SampleEvents {
  private final JsonMapper json;

  SampleEvents(JsonMapper json) {
    this.json = json;
  }

  /** Rows of ticket_event without their ids. */
  List<Object[]> of(long number, SampleTicket ticket) {
    List<Object[]> rows = new ArrayList<>();
    Urgency urgency = Coded.of(Urgency.class, ticket.line().urgency());
    String opener = ticket.channel() == Channel.AGENT ? "user:李静" : "system:sample";
    rows.add(
        row(
            number,
            0,
            ticket.openedAt(),
            opener,
            new Happening.Opened(
                ticket.channel(), Optional.empty(), ticket.unfinished(), urgency, "")));
    int version = 0;
    for (SampleStep step : ticket.steps()) {
      version++;
      rows.add(
          row(
              number,
              version,
              step.at(),
              step.actor(),
              new Happening.StateChanged(
                  step.from(), step.to(), step.verb(), step.reason(), Optional.empty())));
    }
    return rows;
  }

  private Object[] row(long number, int version, Instant at, String actor, Happening what) {
    return new Object[] {
      number, version, Utc.column(at), what.kind(), actor, json.writeValueAsString(what)
    };
  }
}
