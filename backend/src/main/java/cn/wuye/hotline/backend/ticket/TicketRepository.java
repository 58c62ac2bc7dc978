package cn.wuye.hotline.backend.ticket;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Written-out queries: those that are made of a method's name are made anew each time. */
interface TicketRepository extends Repository<Ticket, TicketNumber> {
  Ticket save(Ticket ticket);

  /** One statement, no transaction of its own. */
  @Query("SELECT * FROM ticket WHERE number = :number")
  @Transactional(propagation = Propagation.SUPPORTS)
  Optional<Ticket> findById(TicketNumber number);

  @Query("SELECT * FROM ticket WHERE origin_key = :originKey")
  Optional<Ticket> findByOriginKey(String originKey);

  /** For work that must not run beside another on the same ticket. */
  @Query("SELECT * FROM ticket WHERE number = :number FOR UPDATE")
  Optional<Ticket> findByNumber(TicketNumber number);
}
