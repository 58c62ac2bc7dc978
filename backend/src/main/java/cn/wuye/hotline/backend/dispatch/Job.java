package cn.wuye.hotline.backend.dispatch;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done.
 *
 * @param subcategory empty for none
 * @param name what people call it, for the reason: 电梯故障
 * @param estate null while unknown
 * @param building as the ticket calls it; empty string for none
 */
public record Job(
    String category,
    String subcategory,
    String name,
    Urgency urgency,
    @Nullable EstateId estate,
    String building) {
  /** Whether who is near is asked before who has little to do. */
  public boolean emergency() {
    return urgency == Urgency.EMERGENCY;
  }
}
