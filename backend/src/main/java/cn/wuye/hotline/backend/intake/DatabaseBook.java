package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.intake.spool.SpoolSound;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.recording.NewRecording;
import cn.wuye.hotline.backend.recording.RecordingKind;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.resident.CallerMemory;
import cn.wuye.hotline.backend.resident.Household;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Addition;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.OtherMatters;
import cn.wuye.hotline.backend.ticket.Repeats;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Enters tickets, calls and recordings through the features that own them. */
@Component
class DatabaseBook implements CallBook {
  private final Tickets tickets;
  private final Calls calls;
  private final Recordings recordings;
  private final Additions additions;
  private final Repeats repeats;
  private final OtherMatters otherMatters;
  private final Residents residents;
  private final CallerMemory callers;
  private final String node;

  DatabaseBook(
      Tickets tickets,
      Additions additions,
      Repeats repeats,
      OtherMatters otherMatters,
      Calls calls,
      Recordings recordings,
      Residents residents,
      CallerMemory callers,
      HotlineProperties hotline) {
    this.tickets = tickets;
    this.additions = additions;
    this.repeats = repeats;
    this.otherMatters = otherMatters;
    this.calls = calls;
    this.recordings = recordings;
    this.residents = residents;
    this.callers = callers;
    this.node = hotline.nodeId();
  }

  /** The first look-up loads half of the database code; better now than while a caller waits. */
  @EventListener
  void warmUp(SchemaReady ready) {
    CallId nobody = new CallId("warm-up");
    tickets.find(Origin.call(nobody));
    calls.find(nobody);
    recordings.of(nobody);
  }

  @Override
  public String enter(TicketEntry entry) {
    String number = added(entry).orElseGet(() -> opened(entry)).toString();
    entry.caller().ifPresent(caller -> remember(entry.call(), caller, entry.draft()));
    return number;
  }

  private void remember(CallId call, PhoneNumber caller, TicketDraft draft) {
    if (!draft.dialect().isEmpty()) {
      callers.speaks(call, caller, draft.dialect());
    } else if (!draft.heardDialect().isEmpty()) {
      callers.seemsToSpeak(call, caller, draft.heardDialect());
    }
  }

  private Optional<TicketNumber> added(TicketEntry entry) {
    TicketDraft draft = entry.draft();
    if (!draft.adds()) {
      return Optional.empty();
    }
    Addition addition =
        new Addition(
            entry.call(),
            Text.fitted(draft.text(), Contents.MAX_TEXT),
            draft.completeness() == TicketDraft.Completeness.UNFINISHED,
            draft.needsTranscript(),
            entry.openedAt());
    return TicketNumber.find(draft.link().ticket())
        .flatMap(ticket -> additions.keep(ticket, addition));
  }

  /** A ticket of the call's own; also when what it wanted to add to was solved meanwhile. */
  private TicketNumber opened(TicketEntry entry) {
    TicketDraft draft = entry.draft();
    Household household = entry.caller().map(residents::household).orElse(new Household(List.of()));
    NewTicket ticket =
        new NewTicket(
            Optional.of(entry.number()).filter(number -> !draft.adds()).map(TicketNumber::parse),
            Origin.call(entry.call()),
            Channel.PHONE,
            Optional.of(entry.call()),
            contents(entry, household),
            entry.openedAt(),
            draft.spokenDialect().isEmpty() ? household.dialect() : draft.spokenDialect());
    Actor caller = Actor.call(entry.call());
    TicketNumber number = tickets.openOrAmend(ticket, caller).number();
    TicketNumber.find(draft.link().ticket())
        .ifPresent(
            earlier -> {
              if (draft.link().together()) {
                repeats.link(number, earlier, caller);
              } else {
                otherMatters.note(number, earlier, caller);
              }
            });
    return number;
  }

  @Override
  public void enter(MemoryEntry memory) {
    EstateId estate = estate(memory.place().estateId());
    if (!memory.agreed()) {
      callers.refused(memory.caller(), memory.at());
    } else if (estate != null) {
      TicketPlace home =
          TicketPlace.fitted(
              estate, memory.place().building(), memory.place().unit(), memory.place().room(), "");
      callers.agreed(
          memory.call(),
          memory.caller(),
          new Resident.Dwelling(estate, home.building(), home.unit(), home.room()),
          memory.dialect(),
          memory.at());
    }
  }

  @Override
  public void enter(CallEntry call) {
    calls.keep(
        new CallRecord(
            call.call(),
            call.sipCallId(),
            call.caller(),
            call.dialled(),
            node,
            call.answeredAt(),
            Optional.of(call.endedAt())),
        call.turns());
  }

  @Override
  public void enter(SoundEntry sound) {
    try {
      recordings.keep(
          new NewRecording(
              sound.call(),
              kind(sound.sound()),
              sound.file(),
              sound.wav().length(),
              sound.recordedAt()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + sound.file(), e);
    }
  }

  private static RecordingKind kind(SpoolSound sound) {
    return switch (sound) {
      case MIXED -> RecordingKind.MIXED;
      case CALLER -> RecordingKind.CALLER;
      case MESSAGE -> RecordingKind.MESSAGE;
      case TALK -> RecordingKind.TALK;
    };
  }

  private static Contents contents(TicketEntry entry, Household household) {
    TicketDraft draft = entry.draft();
    return new Contents(
        Subject.of(draft.intent()),
        place(draft.place()),
        Reporter.of(household, entry.caller().orElse(null)),
        draft.text(),
        draft.completeness() == TicketDraft.Completeness.UNFINISHED,
        draft.needsTranscript());
  }

  private static TicketPlace place(Place place) {
    return new TicketPlace(
        estate(place.estateId()), place.building(), place.unit(), place.room(), place.words());
  }

  private static @Nullable EstateId estate(String id) {
    return id.matches("[0-9]{1,18}") ? new EstateId(Long.parseLong(id)) : null;
  }
}
