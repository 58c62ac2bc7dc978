package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a resident is phoned back about.
 *
 * @param ticket its number, digits only; the empty string for a survey that belongs to no ticket
 * @param intent what it is about
 * @param reportedOn when she reported it, by her calendar
 * @param stage how the work ended
 * @param addressee how she is greeted, "王女士"; the empty string greets by her building
 * @param place where it was; also where anything new is that she tells
 * @param zone in which she reads the clock
 * @param turn counts the surveys: every third resident is asked whether she would recommend, and
 *     what is left out for shortness goes round
 * @param doubtful whether a machine may have answered: whoever it was has to speak or press a key
 *     before anything is asked
 */
public record SurveyCase(
    String ticket,
    Intent intent,
    LocalDate reportedOn,
    TicketStatus.Stage stage,
    String addressee,
    Place place,
    ZoneId zone,
    long turn,
    boolean doubtful) {
  private static final int RECOMMENDING = 3;

  /** Whether it is about a ticket; else it has questions of its own. */
  public boolean aboutTicket() {
    return !ticket.isEmpty();
  }

  /** Whether she is one of those who are asked whether they would recommend the company. */
  public boolean recommends() {
    return recommends(turn);
  }

  /** The same for whoever asks her otherwise than in a call. */
  public static boolean recommends(long turn) {
    return turn % RECOMMENDING == 0;
  }
}
