package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.survey.SpokenName;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.SurveyCase;
import cn.wuye.hotline.ivr.port.TicketStatus.Stage;
import java.time.LocalDate;
import java.time.ZoneId;

/** A ticket as its resident is asked about it. */
final class AskedAbout {
  private AskedAbout() {}

  static SurveyCase of(Survey survey, Ticket ticket, ZoneId zone) {
    String name = ticket.contents().reporter().name();
    return new SurveyCase(
        ticket.number().toString(),
        ticket.contents().subject().intent(),
        LocalDate.ofInstant(ticket.openedAt(), zone),
        stage(ticket.state()),
        SpokenName.of(name),
        place(ticket.contents().place()),
        zone,
        survey.id(),
        // Asterisk listens whether a machine answers; where it is in doubt the call itself says so.
        false);
  }

  private static Stage stage(State state) {
    return switch (state) {
      case NOT_OUR_DUTY -> Stage.NOT_OUR_DUTY;
      case NOT_CONFIRMED -> Stage.NOT_CONFIRMED;
      default -> Stage.DONE;
    };
  }

  private static Place place(TicketPlace place) {
    EstateId estate = place.estateId();
    return new Place(
        estate == null ? "" : estate.toString(),
        place.building(),
        place.unit(),
        place.room(),
        place.words());
  }
}
