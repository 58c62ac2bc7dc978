package cn.wuye.hotline.backend.survey.desk;

import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which ticket a call was about that the hotline placed for a survey. */
@Component
public class SurveyedCalls {
  private final SurveyRows rows;

  SurveyedCalls(SurveyRows rows) {
    this.rows = rows;
  }

  /** Empty for any other call. */
  public Optional<TicketNumber> ticketOf(CallId call) {
    return PlacedCall.of(call.value())
        .flatMap(placed -> rows.find(placed.survey()))
        .map(Survey::ticket);
  }
}
