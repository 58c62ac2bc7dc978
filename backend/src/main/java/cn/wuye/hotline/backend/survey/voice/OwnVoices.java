package cn.wuye.hotline.backend.survey.voice;

import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.recording.RecordingKind;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.resident.CallerMemory;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.OwnVoice;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds what a resident said when she reported her ticket, where she may be played it. */
@Component
public class OwnVoices {
  private static final Logger log = LoggerFactory.getLogger(OwnVoices.class);

  private final VoiceRules rules;
  private final Calls calls;
  private final Recordings recordings;
  private final Residents residents;
  private final CallerMemory callers;
  private final PassageSound sound;

  OwnVoices(
      VoiceRules rules,
      Calls calls,
      Recordings recordings,
      Residents residents,
      CallerMemory callers,
      PassageSound sound) {
    this.rules = rules;
    this.calls = calls;
    this.recordings = recordings;
    this.residents = residents;
    this.callers = callers;
    this.sound = sound;
  }

  /**
   * What may be played to the reporter of a ticket, who is phoned at her number.
   *
   * @return gives it when it is time to play it; waits at most for 0.7 s and never throws
   * @throws RuntimeException when the database is away
   */
  public Supplier<Optional<OwnVoice>> of(Ticket ticket) {
    try {
      Optional<Passage> passage = passage(ticket);
      return passage.isPresent() ? sound.read(passage.get()) : Optional::empty;
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      log.error("ticket {}: her own words cannot be looked for", ticket.number(), e);
      return Optional::empty;
    }
  }

  private Optional<Passage> passage(Ticket ticket) {
    Contents contents = ticket.contents();
    EstateId estate = contents.place().estateId();
    PhoneNumber number = contents.reporter().phone();
    if (ticket.channel() != Channel.PHONE
        || contents.needsTranscript()
        || estate == null
        || number == null
        || !rules.plays(estate)) {
      return Optional.empty();
    }
    return ticket
        .callId()
        // What she told in a call of ours began with an answer.
        .filter(call -> !PlacedCall.ours(call.value()))
        .flatMap(calls::find)
        .filter(call -> from(number, call))
        .filter(call -> alone(number, contents.reporter()) && !callers.hasRefused(number))
        .flatMap(call -> passage(number, call, contents.text()));
  }

  private static boolean from(PhoneNumber number, CallRecord call) {
    return call.caller()
        .filter(caller -> NumberKey.of(caller).equals(NumberKey.of(number)))
        .isPresent();
  }

  /** Whoever answers is she: nobody else is known to have this number. */
  private boolean alone(PhoneNumber number, Reporter reporter) {
    Long resident = reporter.residentId();
    List<Resident> known = residents.household(number).residents();
    return resident == null
        ? known.size() <= 1
        : known.stream().allMatch(one -> resident.equals(one.id()));
  }

  private Optional<Passage> passage(PhoneNumber number, CallRecord call, String text) {
    return FirstWords.of(calls.turns(call.id()), text)
        .flatMap(
            said ->
                recordings.of(call.id()).stream()
                    .filter(recording -> recording.kind() == RecordingKind.CALLER)
                    .findFirst()
                    .map(recording -> Passage.of(number, said, call, recording)));
  }
}
