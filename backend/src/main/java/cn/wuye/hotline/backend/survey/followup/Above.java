package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.deadline.escalation.Addressees;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.message.channel.Channels;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Those who answer for work that begins again. The owner is told by the re-opening itself, as
 * whenever a ticket is opened again.
 */
@Component
class Above {
  private static final int DEPARTMENT = 1;
  private static final int PROJECT_MANAGER = 2;

  // More would make an SMS of three.
  private static final int LONGEST_REASON = 60;

  private final Addressees addressees;
  private final Outbox outbox;
  private final Channels channels;

  Above(Addressees addressees, Outbox outbox, Channels channels) {
    this.addressees = addressees;
    this.outbox = outbox;
    this.channels = channels;
  }

  /**
   * Their logins; where nobody fills the level, those of the next one who do.
   *
   * @param level as {@code FollowUp} has it, from 1
   */
  List<String> logins(Ticket ticket, int level) {
    List<Role> upwards = List.of(Role.DEPARTMENT_LEAD, Role.PROJECT_MANAGER, Role.HEADQUARTERS);
    int first = Math.min(level, PROJECT_MANAGER) - DEPARTMENT;
    Optional<List<String>> found =
        upwards.subList(first, upwards.size()).stream()
            .map(role -> addressees.of(role, ticket))
            .filter(logins -> !logins.isEmpty())
            .findFirst();
    return found.orElse(List.of());
  }

  void tell(Ticket ticket, long survey, String reason, List<String> logins) {
    if (!channels.any()) {
      return;
    }
    logins.stream()
        .filter(login -> ticket.owner().filter(login::equals).isEmpty())
        .forEach(
            login ->
                outbox.tell(
                    new Notice(
                        MessageEvent.REOPENED.code(),
                        new Addressee.Staff(login),
                        ticket.number(),
                        Map.of("reason", Text.fitted(reason, LONGEST_REASON)),
                        ticket.contents().subject().emergency(),
                        "survey/" + survey + "/reopened/" + login)));
  }
}
