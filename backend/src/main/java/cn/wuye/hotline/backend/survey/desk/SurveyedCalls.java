package cn.wuye.hotline.backend.survey.desk;

import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which ticket a call was about that the hotline placed for a survey. */
@Component
public class SurveyedCalls {
  private static final Pattern CALL = Pattern.compile("survey-([1-9][0-9]{0,17})-[0-9]{1,9}");

  private final SurveyRows rows;

  SurveyedCalls(SurveyRows rows) {
    this.rows = rows;
  }

  /** Empty for any other call. */
  public Optional<TicketNumber> ticketOf(CallId call) {
    Matcher matcher = CALL.matcher(call.value());
    return matcher.matches()
        ? rows.find(Long.parseLong(matcher.group(1))).map(Survey::ticket)
        : Optional.empty();
  }
}
