package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.EmergencyHeard;
import cn.wuye.hotline.ivr.conversation.Talk;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.intent.PlaceReader;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.KnownIncident;
import cn.wuye.hotline.ivr.port.KnownIncidents;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.PersonQueues;
import cn.wuye.hotline.ivr.port.TicketDesk;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.port.TicketProgress;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.wording.Wording;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that the steps of one call share.
 *
 * @param wording the version that this call is held with
 * @param deskOpen whether the call came in the service desk's hours
 * @param incident what is known to go on where she lives
 */
record Scene(
    Call incoming,
    Talk talk,
    CaseFile file,
    Wording wording,
    boolean deskOpen,
    Ears ears,
    PlaceReader places,
    Office office,
    Optional<KnownIncident> incident) {
  private static final Logger LOG = LoggerFactory.getLogger(Scene.class);

  /** What understands the caller's words. */
  record Ears(EmergencyWords emergencies, Commands commands, IntentReader intents) {}

  /** Those behind the hotline. */
  record Office(
      Directory directory,
      TicketDesk desk,
      TicketProgress progress,
      KnownIncidents incidents,
      PersonQueues queues) {}

  CallId call() {
    return incoming.id();
  }

  Directory directory() {
    return office.directory();
  }

  /** Key 1, wherever it is pressed: to be thrown. */
  EmergencyHeard emergencyKeyed() {
    file.note("按键1", "紧急情况");
    return new EmergencyHeard("", "");
  }

  /** The same while the caller's 0 and "人工" or emergency words interrupt nothing. */
  Scene with(Talk other) {
    return new Scene(incoming, other, file, wording, deskOpen, ears, places, office, incident);
  }

  /** What this call's version says. */
  Sayings sayings() {
    return new Sayings(wording.catalogue());
  }

  /** What the estate she is known to live in has to tell; empty where it has nothing. */
  Prompt estateLine() {
    return wording.estateLine(file.place().estateId());
  }

  /** The same with what is known to go on where she lives. */
  Scene with(Optional<KnownIncident> known) {
    return new Scene(incoming, talk, file, wording, deskOpen, ears, places, office, known);
  }

  /** Opens the ticket or brings it up to date. */
  OpenedTicket put(Completeness completeness) {
    OpenedTicket ticket = office.desk().put(call(), file.draft(completeness));
    LOG.info(
        "call {}: ticket {} {} as {} {}",
        call(),
        ticket.number(),
        completeness,
        file.intent().category(),
        file.intent().urgency());
    return ticket;
  }

  /** Nothing that was said until now is a complaint. */
  void served() {
    office.desk().served(call());
    LOG.info("call {}: asks what became of a ticket, which needs no ticket of its own", call());
  }

  /** Whether number and place may be remembered. */
  void remember(boolean agreed) {
    office.desk().remember(call(), agreed, file.place());
    LOG.info("call {}: number and place {} remembered", call(), agreed ? "are to be" : "are not");
  }

  String estateName() {
    return directory().estateName(file.place().estateId());
  }
}
