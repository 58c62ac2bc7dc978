package cn.wuye.hotline.backend.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.deadline.calendar.ShippedCalendar;
import cn.wuye.hotline.backend.deadline.rule.Conditions;
import cn.wuye.hotline.backend.deadline.rule.RuleDraft;
import cn.wuye.hotline.backend.deadline.rule.ShippedRules;
import cn.wuye.hotline.backend.deadline.settings.CalendarDesk;
import cn.wuye.hotline.backend.deadline.settings.CalendarDraft;
import cn.wuye.hotline.backend.deadline.settings.RuleDesk;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.floor.Agent;
import cn.wuye.hotline.backend.floor.Caller;
import cn.wuye.hotline.backend.floor.Doing;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.MachineCaller;
import cn.wuye.hotline.backend.floor.NodePart;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.recording.Transcripts;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint, as every role of one estate, with what belongs to another estate: it is not
 * there. An endpoint that is new is walked by itself; one that names a thing this test has no
 * foreign one of makes it fail.
 */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class ForeignEstateIT {
  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  private static final Set<Integer> NOT_THERE = Set.of(403, 404);

  /** What holds for the whole company or for the user herself: CompanyRightsIT walks it. */
  private static final List<String> OF_NO_ESTATE =
      List.of(
          "/console/filters/",
          "/console/tokens/",
          "/console/users/",
          "/console/moving/",
          "/console/prompts/",
          "/console/crews/",
          "/console/third-parties/",
          "/console/messages/templates/",
          "/console/queue-alarms/",
          "/api/v1/openapi",
          "/api/v1/imports/",
          "/api/v1/intake/rejected/");

  /** No end comes while nobody says anything. */
  private static final Set<String> STREAMS =
      Set.of("/console/live", "/console/floor/stream", "/console/desk/live");

  @Autowired ApplicationContext application;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired UserDetailsService users;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired Residents residents;
  @Autowired Tickets tickets;
  @Autowired Calls calls;
  @Autowired Recordings recordings;
  @Autowired Transcripts transcripts;
  @Autowired RuleDesk rules;
  @Autowired CalendarDesk calendars;
  @Autowired Floor floor;

  private final String secret = "密语" + UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, String> foreign = new LinkedHashMap<>();
  private long own;
  private long ticket;

  @BeforeEach
  void whatBelongsToAnotherEstate() {
    own = SampleEstates.another(estates).requireId().value();
    var estate = SampleEstates.another(estates).requireId();
    ticket =
        new CallFixture(tickets, calls, recordings, transcripts)
            .ticketWithRecording(secret, estate.value());
    String call = text("SELECT call_id FROM ticket WHERE number = ?", ticket);
    Resident resident =
        residents.save(
            Resident.named(
                secret,
                "cmn",
                List.of(new PhoneNumber("13900000009")),
                List.of(new Resident.Dwelling(estate, "3号楼", "", "502"))));
    String survey =
        added(
            "INSERT INTO survey (ticket, round, estate_id, state, urgent, planned_at) SELECT"
                + " number, 1, estate_id, 'planned', FALSE, '2026-01-01' FROM ticket WHERE number ="
                + " ?");
    foreign.put("/surveys/tasks/{id}", surveyTask(survey));
    foreign.put("/surveys/{id}", survey);
    foreign.put(
        "/tasks/{id}",
        added(
            "INSERT INTO task (ticket, number, party_kind, party, state, opened_at, since)"
                + " VALUES (?, 1, 'department', 'service', 'open', '2026-01-01', '2026-01-01')"));
    foreign.put(
        "/photos/{id}",
        added(
            "INSERT INTO photo (ticket, storage_key, bytes, width, height, taken_by, added_at)"
                + " VALUES (?, '"
                + UUID.randomUUID()
                + "', 1, 1, 1, 'somebody', '2026-01-01')"));
    foreign.put(
        "/messages/{id}",
        added(
            "INSERT INTO outgoing_message (ticket, once, event, addressee_kind, addressee,"
                + " details, emergency, created_at, state, next_attempt_at, body, changed_at)"
                + " VALUES (?, '"
                + UUID.randomUUID()
                + "', 'ticket-opened', 'reporter', '1', '{}', FALSE,"
                + " '2026-01-01', 'dead', '2026-01-01', '"
                + secret
                + "', '2026-01-01')"));
    String proposal =
        added(
            "INSERT INTO incident_proposal (open_key, estate_id, building, category, subcategory,"
                + " since, proposed_at) SELECT UUID(), estate_id, '3号楼', 'facilities', 'lift',"
                + " '2026-01-01', UTC_TIMESTAMP(3) FROM ticket WHERE number = ?");
    foreign.put("/proposals/{id}", proposal);
    foreign.put("/incidents/{id}", proposal);
    equipment(estate.value());
    knowledge(estate.value());
    foreign.put("/polls/{id}", poll(estate.value()));
    queue(estate.value());
    foreign.put(
        "/compensations/{id}",
        added(
            "INSERT INTO compensation (ticket, kind, cents, reason, state, proposed_by,"
                + " proposed_at) VALUES (?, 'fee', 100, '"
                + secret
                + "', 'proposed', 'somebody', '2026-01-01')"));
    String check =
        added(
            "INSERT INTO quality_item (ticket, low, agent, state, added_at)"
                + " VALUES (?, TRUE, 'somebody', 'open', '2026-01-01')");
    foreign.put("/quality/{id}", check);
    foreign.put("/items/{id}", check);
    foreign.put("/recordings/{id}", text("SELECT id FROM recording WHERE call_id = ?", call));
    foreign.put("/calls/{id}", call);
    foreign.put("/calls/{call}", call);
    foreign.put("/residents/{id}", String.valueOf(resident.id()));
    foreign.put("/estates/{id}", estate.toString());
    foreign.put("/rules/{id}", rule(estate));
    foreign.put("/deadline-rules/{id}", rule(estate));
    foreign.put("/calendars/{id}", calendar(estate));
    foreign.put("/agents/{extension}", agent(estate));
    foreign.put("/callers/{call}", "foreign-node-1.1");
    foreign.put("{number}", String.valueOf(ticket));
  }

  /** Somebody of the other estate waits, and an agent whom no book knows is signed in. */
  private String agent(EstateId estate) {
    Instant now = Instant.parse("2026-03-02T02:00:00Z");
    String extension = "80001";
    floor.take(
        new NodePart(
            "foreign-node",
            true,
            now,
            List.of(
                new Caller(
                    "foreign-node-1.1",
                    "general",
                    now,
                    "",
                    estate.toString(),
                    "cmn",
                    false,
                    secret)),
            List.of(new Agent(extension, Doing.READY, now, null, "", List.of("general"))),
            List.of(
                new MachineCaller(
                    "foreign-node-1.2", now, "", estate.toString(), "cmn", false, "", secret))));
    return extension;
  }

  private String surveyTask(String survey) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO survey_task (survey_id, kind, state, opened_at)"
                + " VALUES (?, 'phone', 'open', '2026-01-01')")
        .param(survey)
        .update(key);
    return String.valueOf(Optional.ofNullable(key.getKey()).orElseThrow());
  }

  private String poll(long estate) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO poll (title, size, seed, from_day, to_day, state, author, created_at)"
                + " VALUES (?, 10, 1, '2026-01-01', '2026-01-02', 'draft', 'user:somebody',"
                + " '2026-01-01')")
        .param(secret)
        .update(key, "id");
    long poll = Optional.ofNullable(key.getKey()).orElseThrow().longValue();
    jdbc.sql("INSERT INTO poll_estate (poll_id, estate_id) VALUES (?, ?)")
        .params(poll, estate)
        .update();
    return String.valueOf(poll);
  }

  /** A queue of the estate alone, somebody to be called back in it, and one who gave up waiting. */
  private void queue(long estate) {
    String code = "f" + estate;
    jdbc.sql("INSERT INTO call_queue (code, title) VALUES (?, ?)").params(code, secret).update();
    jdbc.sql("INSERT INTO call_queue_estate (queue_code, estate_id) VALUES (?, ?)")
        .params(code, estate)
        .update();
    foreign.put("/queues/{code}", code);
    GeneratedKeyHolder recording = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO storm_recording (queue_code, words, millis, sha256, sound, recorded_at,"
                + " recorded_by) VALUES (?, ?, 2000, '', ?, '2026-01-01', 'test')")
        .params(code, secret, secret.getBytes(StandardCharsets.UTF_8))
        .update(recording, "id");
    foreign.put("/announcements/{id}", String.valueOf(recording.getKey()));
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO call_back (active_phone, phone, queue_code, estate_id, cause,"
                + " waiting_since, state, due_at, created_by, created_at)"
                + " VALUES (?, ?, ?, ?, 'asked', '2026-01-01', 'waiting', '2026-01-01', 'test',"
                + " '2026-01-01')")
        .params("139" + estate, "139" + estate, code, estate)
        .update(key, "id");
    foreign.put(
        "/call-backs/{id}",
        String.valueOf(Optional.ofNullable(key.getKey()).orElseThrow().longValue()));
    jdbc.sql(
            "INSERT INTO abandoned_call (call_id, phone, queue_code, estate_id, waiting_since,"
                + " left_at) VALUES (?, ?, ?, ?, '2026-01-01', '2026-01-01')")
        .params("gone-" + estate, "138" + estate, code, estate)
        .update();
    foreign.put("/abandoned/{id}", "gone-" + estate);
  }

  private void knowledge(long estate) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("INSERT INTO knowledge_article (version, live_key) VALUES (0, SHA2(?, 256))")
        .param(secret)
        .update(key, "id");
    long article = Optional.ofNullable(key.getKey()).orElseThrow().longValue();
    jdbc.sql(
            "INSERT INTO knowledge_version (article_id, version, title, answer, estates, archived,"
                + " changed_by, changed_at) VALUES (?, 0, ?, 'x', ?, FALSE, 'x', '2026-01-01')")
        .params(article, secret, estate)
        .update();
    foreign.put("/knowledge/{id}", String.valueOf(article));
  }

  private void equipment(long estate) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("INSERT INTO equipment (estate_id, kind, code, name) VALUES (?, 'lift', '1', ?)")
        .params(estate, secret)
        .update(key, "id");
    long thing = Optional.ofNullable(key.getKey()).orElseThrow().longValue();
    foreign.put("/equipment/{id}", String.valueOf(thing));
    jdbc.sql(
            "INSERT INTO equipment_proposal (equipment, cause, complaints, days, proposed_at,"
                + " open_mark, state) VALUES (?, 'complaints', 3, 30, '2026-01-01', 1, 'open')")
        .param(thing)
        .update(key, "id");
    foreign.put("/proposals/{id}", String.valueOf(Optional.ofNullable(key.getKey()).orElseThrow()));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void isNotThere(Role role) throws Exception {
    SignedInUser who = employed(role, own);
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : endpoints()) {
      if (endpoint.path().contains("{")) {
        MockHttpServletResponse answer = answer(endpoint, who);
        if (!NOT_THERE.contains(answer.getStatus()) || shows(answer)) {
          wrong.add(endpoint + " as " + role + ": " + answer.getStatus());
        }
      } else if (endpoint.method().equals(HttpMethod.GET)) {
        MockHttpServletResponse answer = answer(endpoint, who);
        if (answer.getStatus() >= 500 || shows(answer)) {
          wrong.add(endpoint + " as " + role + ": " + answer.getStatus());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(text("SELECT version FROM ticket WHERE number = ?", ticket)).isEqualTo("0");
    assertThat(
            text(
                "SELECT COUNT(*) FROM ticket_event WHERE ticket = ? AND actor LIKE 'user:%'",
                ticket))
        .isEqualTo("0");
  }

  /** Many tickets at once name no thing in their path: they are walked with it in the body. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void isNotThereAmongManyEither(Role role) throws Exception {
    SignedInUser who = employed(role, own);
    for (String action : List.of("give", "urgency", "note", "accept", "withdraw")) {
      for (String path : List.of("/console/tickets/bulk", "/console/tickets/bulk/done")) {
        MockHttpServletResponse answer =
            performed(
                request(HttpMethod.POST, URI.create(path))
                    .param("t", path.endsWith("done") ? ticket + ":0" : String.valueOf(ticket))
                    .param("action", action)
                    .param("to", "department:engineering")
                    .param("urgency", "urgent")
                    .param("words", "x")
                    .param("key", UUID.randomUUID().toString()),
                who);
        assertThat(answer.getStatus())
            .as("%s %s as %s", path, action, role)
            .isEqualTo(who.writesTickets() ? 200 : 403);
        String page = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(page).doesNotContain(secret, "href=\"/console/tickets/" + ticket);
      }
    }
    assertThat(text("SELECT version FROM ticket WHERE number = ?", ticket)).isEqualTo("0");
    assertThat(
            text(
                "SELECT COUNT(*) FROM ticket_event WHERE ticket = ? AND actor LIKE 'user:%'",
                ticket))
        .isEqualTo("0");
  }

  /** Else the walk would show nothing: what must not be seen is seen by those who may. */
  @Test
  void isThereForHerWhoSeesEverything() throws Exception {
    SignedInUser everybody = employed(Role.DISPATCHER);
    Set<String> shown = new TreeSet<>();
    for (Endpoint endpoint : endpoints()) {
      if (endpoint.method().equals(HttpMethod.GET) && shows(answer(endpoint, everybody))) {
        shown.add(endpoint.path());
      }
    }
    assertThat(shown)
        .contains(
            "/console/tickets",
            "/console/tickets/{number}",
            "/console/residents/{id}",
            "/console/messages",
            "/api/v1/tickets",
            "/api/v1/tickets/{number}",
            "/api/v1/residents/{id}",
            "/api/v1/messages/{id}",
            "/api/v1/deadline-rules",
            "/api/v1/deadline-rules/{id}");
    assertThat(
            shows(answer(new Endpoint(HttpMethod.GET, "/api/v1/floor"), employed(Role.SUPERVISOR))))
        .isTrue();
    SignedInUser quality = employed(Role.QUALITY);
    for (String path : List.of("/console/quality/{id}", "/api/v1/quality/items/{id}")) {
      assertThat(shows(answer(new Endpoint(HttpMethod.GET, path), quality))).as(path).isTrue();
    }
  }

  private record Endpoint(HttpMethod method, String path) {}

  private List<Endpoint> endpoints() {
    List<Endpoint> all = new ArrayList<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> all.addAll(endpoints(mapping)));
    assertThat(all).hasSizeGreaterThan(100);
    return all.stream()
        .filter(endpoint -> endpoint.path().matches("/(console|crew|api)\\b.*"))
        .filter(endpoint -> OF_NO_ESTATE.stream().noneMatch(endpoint.path()::startsWith))
        .filter(endpoint -> !STREAMS.contains(endpoint.path()))
        .toList();
  }

  private static List<Endpoint> endpoints(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .map(pattern -> pattern.replaceAll("\\{([a-z]+):(?:[^{}]|\\{[^}]*})*}", "{$1}"))
        .flatMap(
            path ->
                mapping.getMethodsCondition().getMethods().stream()
                    .map(method -> new Endpoint(method.asHttpMethod(), path)))
        .toList();
  }

  private MockHttpServletResponse answer(Endpoint endpoint, SignedInUser who) throws Exception {
    URI address = URI.create(address(endpoint));
    MockHttpServletRequestBuilder sent = request(endpoint.method(), address);
    if (endpoint.path().startsWith("/api/")) {
      sent.contentType(MediaType.APPLICATION_JSON).content(body(endpoint.path()));
    } else if (!endpoint.method().equals(HttpMethod.GET)) {
      FORM.forEach(sent::param);
    }
    if (endpoint.path().endsWith("/photo")) {
      return performed(multipart(address).file("file", new byte[] {1}).param("key", "k"), who);
    }
    return performed(sent, who);
  }

  private MockHttpServletResponse performed(
      AbstractMockHttpServletRequestBuilder<?> sent, SignedInUser who) throws Exception {
    // Each time from another address: the walk is faster than anybody may be.
    int address = ADDRESSES.incrementAndGet();
    RequestPostProcessor from =
        request -> {
          request.setRemoteAddr(
              "10.%d.%d.%d".formatted(address >> 16 & 0xff, address >> 8 & 0xff, address & 0xff));
          return request;
        };
    return mvc.perform(sent.with(user(who)).with(csrf().asHeader()).with(from))
        .andReturn()
        .getResponse();
  }

  /** Good enough to come as far as the thing itself. */
  private static String body(String path) {
    return BODIES.entrySet().stream()
        .filter(entry -> path.endsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("{\"version\":0,\"text\":\"x\"}");
  }

  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("/answers", "{\"channel\":\"agent\",\"solved\":\"solved\"}"),
          Map.entry("/done", "{\"words\":\"x\"}"),
          Map.entry("/transitions", "{\"version\":0,\"verb\":\"accept\"}"),
          Map.entry("/notes", "{\"text\":\"x\"}"),
          Map.entry(
              "/equipment/{id}", "{\"version\":0,\"kind\":\"lift\",\"code\":\"x\",\"name\":\"x\"}"),
          Map.entry("/equipment", "{\"equipment\":null}"),
          Map.entry("/knowledge/{id}", "{\"version\":0,\"title\":\"x\",\"answer\":\"x\"}"),
          Map.entry("/archive", "{\"version\":0}"),
          Map.entry("/restore", "{\"version\":0}"),
          Map.entry("/hands", "{\"shut\":false,\"storm\":\"on\",\"announcement\":\"x\"}"),
          Map.entry("/pauses", "{\"reason\":\"waiting-for-part\",\"note\":\"x\"}"),
          Map.entry("/assignments", "{\"version\":0,\"worker\":\"nobody\",\"reason\":\"x\"}"),
          Map.entry("/deeds", "{\"deed\":\"arrived\",\"words\":\"x\"}"),
          Map.entry("/tasks/{id}", "{\"state\":\"accepted\",\"words\":\"x\"}"),
          Map.entry("/merge", "{\"version\":0,\"survivor\":\"1000002\",\"reason\":\"x\"}"),
          Map.entry("/merge/undo", "{\"version\":0,\"reason\":\"x\"}"),
          Map.entry("/distinct", "{\"other\":\"1000002\"}"),
          Map.entry("/incident", "{\"version\":0,\"announcement\":\"停电\"}"),
          Map.entry("/incident/revoke", "{\"version\":0}"),
          Map.entry("/accept", "{\"announcement\":\"停电\"}"));

  private static final Map<String, String> FORM =
      Map.of(
          "version", "0",
          "verb", "note",
          "note", "x",
          "key", "k",
          "reason", "waiting-for-part",
          "words", "x",
          "storm", "on",
          "shut", "true",
          "step", "storm",
          "announcement", "停电");

  private String address(Endpoint endpoint) {
    String path = endpoint.path();
    for (Map.Entry<String, String> thing : foreign.entrySet()) {
      String name = thing.getKey();
      String variable = name.substring(name.indexOf('{'));
      path = path.replace(name, name.replace(variable, thing.getValue()));
    }
    path = path.replace("{deed}", "note").replace("{role}", "on-duty");
    assertThat(path).as("name a foreign thing for this path").doesNotContain("{");
    return path;
  }

  private boolean shows(MockHttpServletResponse answer) {
    String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    // A refusal may repeat the number that was asked for.
    return body.contains(secret)
        || answer.getStatus() < 300 && Pattern.compile("\\b" + ticket + "\\b").matcher(body).find();
  }

  private String rule(EstateId estate) {
    RuleDraft draft =
        new RuleDraft(
            secret,
            false,
            0,
            new Conditions(null, null, null, null, estate, null),
            null,
            Map.of(),
            ShippedRules.read().get(0).targets());
    rules.save("", 0, draft, "", employed(Role.ADMIN));
    return rules.all(EstateScope.ALL).stream()
        .filter(version -> version.name().equals(secret))
        .map(version -> version.rule().ref().id())
        .findFirst()
        .orElseThrow();
  }

  private String calendar(EstateId estate) {
    CalendarDraft draft = new CalendarDraft(secret, ShippedCalendar.content());
    calendars.save(CalendarDesk.own(estate), 0, draft, "", employed(Role.ADMIN));
    return CalendarDesk.own(estate);
  }

  private SignedInUser employed(Role role, Long... where) {
    String name = role.code() + "-" + (where.length == 0 ? "everywhere" : where[0]);
    Staff.add(application, name, role, where);
    return (SignedInUser) users.loadUserByUsername(name);
  }

  private String added(String sql) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(sql).param(ticket).update(key);
    return String.valueOf(Optional.ofNullable(key.getKey()).orElseThrow());
  }

  private String text(String sql, Object parameter) {
    return jdbc.sql(sql).param(parameter).query(String.class).single();
  }
}
