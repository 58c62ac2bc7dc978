package cn.wuye.hotline.backend.deadline.chase;

import cn.wuye.hotline.backend.deadline.escalation.Addressees;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.Ticket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who fills the roles, asked once for all tickets of a batch that have the same answer: a batch
 * takes seconds. Not thread-safe.
 */
final class Roles {
  private final Addressees addressees;
  private final Map<Question, List<String>> answers = new HashMap<>();

  Roles(Addressees addressees) {
    this.addressees = addressees;
  }

  /**
   * @param whose owner or department, where that matters
   */
  private record Question(Role role, @Nullable EstateId estate, String whose) {}

  List<String> of(Role role, Ticket ticket) {
    String whose =
        switch (role) {
          case OWNER -> ticket.owner().orElse("");
          case DEPARTMENT_LEAD -> ticket.department().orElse("");
          case PROJECT_MANAGER, HEADQUARTERS -> "";
        };
    return answers.computeIfAbsent(
        new Question(role, ticket.contents().place().estateId(), whose),
        question -> List.copyOf(addressees.of(role, ticket)));
  }
}
