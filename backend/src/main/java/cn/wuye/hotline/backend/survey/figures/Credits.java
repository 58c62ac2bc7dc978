package cn.wuye.hotline.backend.survey.figures;

import cn.wuye.hotline.backend.dispatch.work.PartyKind;
import cn.wuye.hotline.backend.dispatch.work.Task;
import cn.wuye.hotline.backend.dispatch.work.TaskState;
import cn.wuye.hotline.backend.dispatch.work.Tasks;
import cn.wuye.hotline.backend.survey.SurveyPlanned;
import cn.wuye.hotline.backend.ticket.Ticket;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps whose work a survey asks about, in the transaction that plans it. */
@Component
class Credits {
  private final Tasks tasks;
  private final JdbcClient jdbc;

  Credits(Tasks tasks, JdbcClient jdbc) {
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  @EventListener
  void on(SurveyPlanned event) {
    Ticket ticket = event.ticket();
    jdbc.sql(
            "INSERT INTO survey_credit (survey_id, owner, department, third_party)"
                + " SELECT id, :owner, :department, :party FROM survey"
                + " WHERE ticket = :ticket AND round = :round"
                + " ON DUPLICATE KEY UPDATE survey_id = survey_id")
        .param("owner", ticket.owner().orElse(null))
        .param("department", ticket.department().orElse(null))
        .param("party", thirdParty(ticket))
        .param("ticket", ticket.number().value())
        .param("round", event.round())
        .update();
  }

  private @Nullable String thirdParty(Ticket ticket) {
    return tasks.of(ticket.number()).stream()
        .filter(task -> task.kind() == PartyKind.THIRD_PARTY)
        .filter(task -> task.state() != TaskState.REFUSED)
        .map(Task::party)
        .reduce((first, second) -> second)
        .orElse(null);
  }
}
