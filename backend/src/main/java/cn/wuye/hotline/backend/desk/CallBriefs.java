package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.audit.Readings;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.recording.Transcripts;
import cn.wuye.hotline.backend.resident.Household;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketFilter;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.KnownIncident;
import cn.wuye.hotline.ivr.port.KnownIncidents;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts together what an agent sees of a call. The right comes from the call: for as long as it is
 * hers, and half an hour longer (a day, while she has something typed for it), she may see its
 * caller and write for the caller's estate, also where it is none of hers; after that only what her
 * own estates allow.
 */
@Component
public class CallBriefs {
  static final Duration KEPT_OPEN = Duration.ofMinutes(30);
  static final Duration KEPT_WITH_DRAFT = Duration.ofHours(24);
  private static final int TICKETS = 12;
  private static final int SCORES = 3;

  private final DeskCalls calls;
  private final Drafts drafts;
  private final ToldSoFar told;
  private final Residents residents;
  private final OwnTicket own;
  private final TicketList list;
  private final Recordings recordings;
  private final Transcripts transcripts;
  private final KnownIncidents incidents;
  private final Readings readings;
  private final JdbcClient jdbc;
  private final Clock clock;

  CallBriefs(
      DeskCalls calls,
      Drafts drafts,
      ToldSoFar told,
      Residents residents,
      OwnTicket own,
      TicketList list,
      Recordings recordings,
      Transcripts transcripts,
      KnownIncidents incidents,
      Readings readings,
      JdbcClient jdbc,
      Clock clock) {
    this.calls = calls;
    this.drafts = drafts;
    this.told = told;
    this.residents = residents;
    this.own = own;
    this.list = list;
    this.recordings = recordings;
    this.transcripts = transcripts;
    this.incidents = incidents;
    this.readings = readings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The call that she has, or has had a moment ago; empty when there is none. */
  public Optional<CallBrief> current(SignedInUser me) {
    return calls
        .current(me.id())
        .or(() -> calls.last(me.id(), clock.instant().minus(KEPT_OPEN)))
        .map(call -> brief(call, me));
  }

  /** One of her calls, as long as it is hers. */
  public Optional<CallBrief> find(CallId call, SignedInUser me) {
    return hers(call, me).map(found -> brief(found, me));
  }

  /** What one of her calls lets her see, as long as it is hers. */
  public Optional<EstateScope> scope(CallId call, SignedInUser me) {
    return hers(call, me)
        .map(
            found -> {
              Told known = told.of(call);
              return scope(me, household(known), known, call);
            });
  }

  private Household household(Told known) {
    return known.caller().map(residents::household).orElse(new Household(List.of()));
  }

  /** Whether a call is hers now: it rings, goes on, or ended less than half an hour ago. */
  public Optional<DeskCall> hers(CallId call, SignedInUser me) {
    return calls
        .find(call, me.id())
        .filter(found -> found.endedAt().map(ended -> stillHers(ended, call, me.id())).orElse(true))
        // What rang and was not answered is somebody else's now.
        .filter(found -> found.stage() != Stage.MISSED);
  }

  /** What she has typed and not handed in keeps it hers for a day. */
  private boolean stillHers(Instant ended, CallId call, long user) {
    Instant now = clock.instant();
    return ended.isAfter(now.minus(KEPT_OPEN))
        || (ended.isAfter(now.minus(KEPT_WITH_DRAFT)) && drafts.find(call, user).isPresent());
  }

  /** The caller's number in full, for whoever needs it; written down each time it is new. */
  public Optional<PhoneNumber> number(CallId call, SignedInUser me) {
    return hers(call, me)
        .flatMap(found -> told.of(call).caller())
        .map(
            number -> {
              readings.record(
                  Audit.user(me.getUsername()),
                  DeskActions.NUMBER_SHOWN,
                  "call:" + call.value(),
                  Map.of("number", number.masked()));
              return number;
            });
  }

  /** A recording of one of her calls. */
  public Optional<Recording> recording(CallId call, long id, SignedInUser me) {
    return hers(call, me)
        .flatMap(
            found ->
                recordings.of(call).stream().filter(recording -> recording.id() == id).findFirst())
        .map(
            recording -> {
              readings.record(
                  Audit.user(me.getUsername()),
                  AuditAction.RECORDING_PLAYED,
                  "recording:" + id,
                  Map.of("call", call.value()));
              return recording;
            });
  }

  private CallBrief brief(DeskCall call, SignedInUser me) {
    Told known = told.of(call.call());
    Household household = household(known);
    household.residents().forEach(resident -> read(resident, call, me));
    EstateScope scope = scope(me, household, known, call.call());
    List<TicketRow> earlier =
        known.caller().map(number -> earlier(number, scope, call.call())).orElse(List.of());
    return new CallBrief(
        call,
        known,
        household.residents(),
        dialect(known, household),
        own.of(call.call()),
        earlier.stream().filter(row -> State.OPEN.contains(row.state())).toList(),
        earlier.stream().filter(row -> !State.OPEN.contains(row.state())).toList(),
        known.caller().map(this::scores).orElse(List.of()),
        recordings.of(call.call()),
        transcripts.of(call.call()),
        incident(household, known),
        scope);
  }

  private void read(Resident resident, DeskCall call, SignedInUser me) {
    readings.record(
        Audit.user(me.getUsername()),
        AuditAction.RESIDENT_READ,
        "resident:" + resident.id(),
        Map.of("call", call.call().value()));
  }

  private static String dialect(Told told, Household household) {
    return told.draft()
        .map(TicketDraft::spokenDialect)
        .filter(said -> !said.isEmpty())
        .orElseGet(household::dialect);
  }

  private EstateScope scope(SignedInUser me, Household household, Told told, CallId call) {
    EstateScope hers = me.scope();
    if (hers.all()) {
      return hers;
    }
    Set<EstateId> estates = new HashSet<>(hers.estates());
    household.residents().stream()
        .flatMap(resident -> resident.dwellings().stream())
        .map(Resident.Dwelling::estateId)
        .forEach(estates::add);
    told.draft()
        .map(draft -> draft.place().estateId())
        .filter(id -> id.matches("[1-9][0-9]{0,17}"))
        .map(EstateId::parse)
        .ifPresent(estates::add);
    if (told.draft().isEmpty()) {
      // What she told at another node stands in her ticket alone.
      own.of(call).map(ticket -> ticket.contents().place().estateId()).ifPresent(estates::add);
    }
    return new EstateScope(false, estates, hers.unplaced());
  }

  private List<TicketRow> earlier(PhoneNumber number, EstateScope scope, CallId call) {
    TicketFilter hers =
        new TicketFilter(
            Set.of(), null, null, null, null, null, null, null, number, null, null, null, null);
    return list.page(hers, scope, Optional.empty(), TICKETS).rows().stream()
        .filter(row -> !call.equals(row.callId()))
        .toList();
  }

  private List<EarlierScore> scores(PhoneNumber number) {
    return jdbc.sql(
            """
            SELECT s.ticket, s.settled_at, s.satisfaction, s.solved, s.dissatisfied
              FROM survey s JOIN ticket t ON t.number = s.ticket
             WHERE t.reporter_phone = :number AND s.satisfaction IS NOT NULL AND s.settled_at IS NOT NULL
             ORDER BY s.settled_at DESC LIMIT :limit
            """)
        .param("number", number.digits())
        .param("limit", SCORES)
        .query(
            (row, n) ->
                new EarlierScore(
                    new TicketNumber(row.getLong("ticket")),
                    Utc.instant(row, "settled_at"),
                    row.getInt("satisfaction"),
                    row.getString("solved"),
                    row.getBoolean("dissatisfied")))
        .list();
  }

  private Optional<KnownIncident> incident(Household household, Told told) {
    Place said = told.draft().map(TicketDraft::place).orElse(Place.UNKNOWN);
    Place place =
        said.estateKnown()
            ? said
            : household
                .onlyOne()
                .flatMap(resident -> resident.dwellings().stream().findFirst())
                .map(
                    home ->
                        new Place(
                            home.estateId().toString(),
                            home.building(),
                            home.unit(),
                            home.room(),
                            ""))
                .orElse(Place.UNKNOWN);
    return place.estateKnown() ? incidents.at(place) : Optional.empty();
  }
}
