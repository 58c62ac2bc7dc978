package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.CallId;

/**
 * An addressee in two columns.
 *
 * @param kind {@code staff, on-duty, reporter, caller, resident, third-party, webhook}
 * @param value login, id of an estate or {@code company}, number of a ticket, id of a call or a
 *     resident, code
 */
record AddresseeCode(String kind, String value) {
  private static final String STAFF = "staff";
  private static final String ON_DUTY = "on-duty";
  private static final String COMPANY = "company";
  private static final String REPORTER = "reporter";
  private static final String CALLER = "caller";
  private static final String RESIDENT = "resident";
  private static final String THIRD_PARTY = "third-party";
  private static final String WEBHOOK = "webhook";

  static AddresseeCode of(Addressee addressee) {
    if (addressee instanceof Addressee.Staff staff) {
      return new AddresseeCode(STAFF, staff.login());
    }
    if (addressee instanceof Addressee.OnDuty duty) {
      EstateId estate = duty.estate();
      return new AddresseeCode(ON_DUTY, estate == null ? COMPANY : estate.toString());
    }
    if (addressee instanceof Addressee.Reporter reporter) {
      return new AddresseeCode(REPORTER, reporter.ticket().toString());
    }
    if (addressee instanceof Addressee.Caller caller) {
      return new AddresseeCode(CALLER, caller.call().value());
    }
    if (addressee instanceof Addressee.Resident resident) {
      return new AddresseeCode(RESIDENT, Long.toString(resident.id()));
    }
    if (addressee instanceof Addressee.Webhook webhook) {
      return new AddresseeCode(WEBHOOK, webhook.code());
    }
    return new AddresseeCode(THIRD_PARTY, ((Addressee.ThirdParty) addressee).code());
  }

  Addressee addressee() {
    return switch (kind) {
      case STAFF -> new Addressee.Staff(value);
      case ON_DUTY -> new Addressee.OnDuty(EstateId.find(value).orElse(null));
      case REPORTER -> new Addressee.Reporter(TicketNumber.parse(value));
      case CALLER -> new Addressee.Caller(new CallId(value));
      case RESIDENT -> new Addressee.Resident(Long.parseLong(value));
      case WEBHOOK -> new Addressee.Webhook(value);
      default -> new Addressee.ThirdParty(value);
    };
  }
}
