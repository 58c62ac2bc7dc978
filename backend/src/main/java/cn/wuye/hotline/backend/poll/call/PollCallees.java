package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.poll.store.PollResident;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.Reporter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Those who were drawn, as the rules of hours and numbers know people. */
@Component
class PollCallees {
  private final Residents residents;

  PollCallees(Residents residents) {
    this.residents = residents;
  }

  /** Who is called; empty when she is removed or has no number any more. */
  Optional<Reporter> find(PollResident who) {
    return resident(who).flatMap(PollCallees::reporter);
  }

  /** The same of a resident who has been read; empty when she has no number. */
  static Optional<Reporter> reporter(Resident resident) {
    return resident.phones().stream()
        .findFirst()
        .map(phone -> new Reporter(resident.id(), resident.name(), phone.number()));
  }

  /** The resident herself; empty when she is removed. */
  Optional<Resident> resident(PollResident who) {
    return Optional.ofNullable(who.resident())
        .flatMap(resident -> residents.find(resident, EstateScope.ALL));
  }
}
