package cn.wuye.hotline.backend.deadline.chase;

import cn.wuye.hotline.backend.deadline.escalation.Addressees;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.StaffByRole;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * By what staff may do: dispatchers of the estate are its project managers. Owners and leads are
 * not known by name, so that the next one up is told.
 */
@Component
class StaffAddressees implements Addressees {
  private final StaffByRole staff;

  StaffAddressees(StaffByRole staff) {
    this.staff = staff;
  }

  @Override
  public List<String> of(Role role, TicketNumber ticket, @Nullable EstateId estate) {
    return switch (role) {
      case OWNER, DEPARTMENT_LEAD -> List.of();
      case PROJECT_MANAGER -> staff.logins(cn.wuye.hotline.backend.user.Role.DISPATCHER, estate);
      case HEADQUARTERS -> staff.logins(cn.wuye.hotline.backend.user.Role.MANAGER, estate);
    };
  }
}
