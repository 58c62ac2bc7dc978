package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.CallId;

/**
 * An addressee in two columns.
 *
 * @param kind {@code staff, reporter, caller, resident, third-party, webhook}
 * @param value login, number of a ticket, id of a call or a resident, code
 */
record AddresseeCode(String kind, String value) {
  private static final String STAFF = "staff";
  private static final String REPORTER = "reporter";
  private static final String CALLER = "caller";
  private static final String RESIDENT = "resident";
  private static final String THIRD_PARTY = "third-party";
  private static final String WEBHOOK = "webhook";

  static AddresseeCode of(Addressee addressee) {
    if (addressee instanceof Addressee.Staff staff) {
      return new AddresseeCode(STAFF, staff.login());
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
      case REPORTER -> new Addressee.Reporter(TicketNumber.parse(value));
      case CALLER -> new Addressee.Caller(new CallId(value));
      case RESIDENT -> new Addressee.Resident(Long.parseLong(value));
      case WEBHOOK -> new Addressee.Webhook(value);
      default -> new Addressee.ThirdParty(value);
    };
  }
}
