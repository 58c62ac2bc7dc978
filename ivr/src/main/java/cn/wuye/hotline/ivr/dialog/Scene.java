package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Talk;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.intent.PlaceReader;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.TicketDesk;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.wording.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that the steps of one call share.
 *
 * @param wording the version that this call is held with
 * @param deskOpen whether the call came in the service desk's hours
 */
record Scene(
    CallId call,
    Talk talk,
    CaseFile file,
    Wording wording,
    boolean deskOpen,
    Ears ears,
    PlaceReader places,
    Directory directory,
    TicketDesk desk) {
  private static final Logger LOG = LoggerFactory.getLogger(Scene.class);

  /** What understands the caller's words. */
  record Ears(EmergencyWords emergencies, Commands commands, IntentReader intents) {}

  /** The same while the caller's 0 and "人工" or emergency words interrupt nothing. */
  Scene with(Talk other) {
    return new Scene(call, other, file, wording, deskOpen, ears, places, directory, desk);
  }

  /** What this call's version says. */
  Sayings sayings() {
    return new Sayings(wording.catalogue());
  }

  /** Opens the ticket or brings it up to date. */
  OpenedTicket put(Completeness completeness) {
    OpenedTicket ticket = desk.put(call, file.draft(completeness));
    LOG.info(
        "call {}: ticket {} {} as {} {}",
        call,
        ticket.number(),
        completeness,
        file.intent().category(),
        file.intent().urgency());
    return ticket;
  }

  String estateName() {
    return directory.estates().stream()
        .filter(estate -> estate.id().equals(file.place().estateId()))
        .map(Directory.Estate::name)
        .findFirst()
        .orElse("");
  }
}
