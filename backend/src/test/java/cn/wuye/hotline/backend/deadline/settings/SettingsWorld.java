package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of administrators' changes begin with: an estate, who may change it, its tickets. */
@SuppressWarnings("NullAway.Init")
abstract class SettingsWorld {
  static final SignedInUser COMPANY = Staff.signedIn(Role.ADMIN);

  @Autowired Tickets tickets;
  @Autowired Estates estates;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  EstateId estate;
  SignedInUser local;

  @BeforeEach
  final void anEstate() {
    estate = SampleEstates.another(estates).requireId();
    local = Staff.signedIn(Role.ADMIN, estate.value());
  }

  final Ticket open() {
    return tickets
        .open(
            SampleTickets.at(SampleTickets.draft(SampleTickets.newCall(), estate), Utc.now(clock)),
            Actor.user("agent"))
        .ticket();
  }

  /** The details of what was written to the audit about this. */
  final List<String> audit(String subject) {
    return jdbc.sql("SELECT details FROM audit_entry WHERE subject = ?")
        .param(subject)
        .query(String.class)
        .list();
  }
}
