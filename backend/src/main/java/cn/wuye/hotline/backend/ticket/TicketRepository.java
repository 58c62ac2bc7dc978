package cn.wuye.hotline.backend.ticket;

import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface TicketRepository extends Repository<Ticket, TicketNumber> {
  Ticket save(Ticket ticket);

  Optional<Ticket> findById(TicketNumber number);

  Optional<Ticket> findByOriginKey(String originKey);

  /** For work that must not run beside another on the same ticket. */
  @Lock(LockMode.PESSIMISTIC_WRITE)
  Optional<Ticket> findByNumber(TicketNumber number);
}
