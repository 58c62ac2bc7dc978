package cn.wuye.hotline.backend.message;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.CallId;
import org.jspecify.annotations.Nullable;

/** Who is told. Numbers and channels are looked up when the message is sent, not before. */
public sealed interface Addressee {
  /** A member of staff, by login. */
  record Staff(String login) implements Addressee {}

  /**
   * Who is on duty for an estate.
   *
   * @param estate null for the company
   */
  record OnDuty(@Nullable EstateId estate) implements Addressee {}

  /** Whoever reported the ticket. */
  record Reporter(TicketNumber ticket) implements Addressee {}

  /** Whoever made this call, as far as the number is known. */
  record Caller(CallId call) implements Addressee {}

  /** A resident, by id. */
  record Resident(long id) implements Addressee {}

  /** A company with a contract, by code. */
  record ThirdParty(String code) implements Addressee {}

  /** The system of a company with a contract, by the company's code. */
  record Webhook(String code) implements Addressee {}
}
