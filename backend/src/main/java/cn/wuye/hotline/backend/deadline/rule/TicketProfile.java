package cn.wuye.hotline.backend.deadline.rule;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What of a ticket decides about its deadlines.
 *
 * @param subcategory empty for none
 * @param estate null while unknown
 * @param thirdParty code of the company that has the job, empty when it is ours
 */
public record TicketProfile(
    Kind kind,
    String category,
    String subcategory,
    Urgency urgency,
    @Nullable EstateId estate,
    String thirdParty) {

  public TicketProfile withThirdParty(String other) {
    return new TicketProfile(kind, category, subcategory, urgency, estate, other);
  }

  public TicketProfile withUrgency(Urgency other) {
    return new TicketProfile(kind, category, subcategory, other, estate, thirdParty);
  }

  public TicketProfile withCategory(String other, String otherSubcategory) {
    return new TicketProfile(kind, other, otherSubcategory, urgency, estate, thirdParty);
  }
}
