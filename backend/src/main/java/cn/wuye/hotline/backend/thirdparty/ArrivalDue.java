package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.DueTimes;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a third party by when its contract wants it on site. */
@Component
class ArrivalDue implements DueTimes {
  private final PartyJobs jobs;

  ArrivalDue(PartyJobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public Optional<Instant> due(Addressee to, String event, TicketNumber ticket) {
    return event.equals("task-offered") && to instanceof Addressee.ThirdParty company
        ? jobs.task(ticket, company.code()).flatMap(jobs::find).map(job -> job.due(Target.ARRIVE))
        : Optional.empty();
  }
}
