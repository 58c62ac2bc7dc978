package cn.wuye.hotline.backend.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.Http.Reply;
import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.call.Corrections;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.backend.user.StaffRequests;
import cn.wuye.hotline.backend.wording.MisheardDesk.Accepted;
import cn.wuye.hotline.backend.wording.MisheardDesk.Refused;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.Turn.Kind;
import cn.wuye.hotline.ivr.conversation.Turn.Who;
import cn.wuye.hotline.ivr.correction.MisheardForm;
import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.learning.LearnedPhrase;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;

/** Versions of the wording, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class WordingCases {
  private static final LexiconPhrase LOCKER =
      new LexiconPhrase("丰巢柜", List.of(), "facilities", "public-fixtures", 3, "", "");

  @Autowired ApplicationContext application;
  @Autowired UserDetailsService users;
  @Autowired WordingDesk desk;
  @Autowired LiveWording live;
  @Autowired WordingRefresh refresh;
  @Autowired WordingHealth health;
  @Autowired Calls calls;
  @Autowired Corrections corrections;
  @Autowired MisheardDesk misheard;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;
  @Autowired Estates estates;
  private SignedInUser admin;

  @BeforeEach
  void anAdministrator() {
    Staff.add(application, "wording-admin", Role.ADMIN);
    admin = (SignedInUser) users.loadUserByUsername("wording-admin");
    jdbc.sql("DELETE FROM turn_correction").update();
    jdbc.sql("DELETE FROM misheard_refusal").update();
    shippedAgain();
  }

  @AfterEach
  void shippedAgain() {
    WordingDesk.Work work = desk.work();
    if (work.draft()) {
      desk.discard(work.number(), admin);
    }
    desk.takeBack(0, work.live(), admin);
  }

  @Test
  void aDraftIsHeardByNobodyUntilItGoesLive() {
    long draft = saved(desk.settings(0).withLexicon(List.of(LOCKER), List.of()));

    assertThat(desk.work().draft()).isTrue();
    assertThat(live.get().version()).isZero();
    assertThat(live.get().intents().read("楼下丰巢柜")).isEmpty();

    assertThat(desk.goLive(draft, 0, admin)).isInstanceOf(Outcome.Done.class);

    assertThat(live.get().version()).isEqualTo(draft);
    assertThat(live.get().intents().read("楼下丰巢柜")).isPresent();
    DialogVersion version = desk.find(draft).orElseThrow();
    assertThat(version.state()).isEqualTo(VersionState.LIVE);
    assertThat(version.author()).isEqualTo("wording-admin");
    assertThat(version.liveBy()).isEqualTo("wording-admin");
    assertThat(version.changes()).containsExactly("lexicon + 丰巢柜");
    assertThat(desk.work().draft()).isFalse();
  }

  @Test
  void everySaveIsAVersionAndOneIsTakenBackWithOneAct() {
    long first = wentLive(desk.settings(0).withLexicon(List.of(LOCKER), List.of()));
    long second = wentLive(desk.settings(first).withPrompts(Map.of("goodbye", "谢谢您的来电，再见。")));
    assertThat(desk.find(first).orElseThrow().state()).isEqualTo(VersionState.SUPERSEDED);
    assertThat(live.get().catalogue().prompt("goodbye").text()).isEqualTo("谢谢您的来电，再见。");

    assertThat(desk.takeBack(first, second, admin)).isInstanceOf(Outcome.Done.class);

    assertThat(live.get().version()).isEqualTo(first);
    assertThat(live.get().catalogue().prompt("goodbye").text()).startsWith("感谢");
    Switch last = desk.switches().get(0);
    assertThat(last.action()).isEqualTo("taken-back");
    assertThat(last.actor()).isEqualTo("wording-admin");
    assertThat(List.of(last.version(), last.previous())).containsExactly(first, second);
    assertThat(
            jdbc.sql("SELECT number FROM dialog_version WHERE state = 'live'").query().listOfRows())
        .hasSize(1);
  }

  @Test
  void whoWasSlowerIsToldAndOverwritesNothing() {
    saved(desk.settings(0).withLexicon(List.of(LOCKER), List.of()));

    Outcome late = desk.save(0, desk.settings(0), "", admin);

    assertThat(late).isInstanceOf(Outcome.Stale.class);
    assertThat(desk.work().settings().lexicon()).containsExactly(LOCKER);
  }

  @Test
  void whatIsWrongIsNeitherKeptNorUsed() {
    Outcome outcome =
        desk.save(0, desk.settings(0).withPrompts(Map.of("greeting", "您好，{home}按0。")), "", admin);

    assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
    assertThat(((Outcome.Invalid) outcome).findings())
        .extracting(Finding::field, Finding::code)
        .containsExactly(tuple("prompts.greeting", Finding.Code.GREETING_NO_RECORDING));
    assertThat(desk.work().draft()).isFalse();
  }

  @Test
  void aVersionThatBecameWrongDoesNotGoLive() {
    long draft = saved(desk.settings(0).withLexicon(List.of(LOCKER), List.of()));
    DialogSettings broken =
        desk.settings(0)
            .withLexicon(
                List.of(new LexiconPhrase("丰巢柜", List.of(), "gone", "", 3, "", "")), List.of());
    jdbc.sql("UPDATE dialog_version SET content = ? WHERE number = ?")
        .params(SettingsJson.write(broken), draft)
        .update();

    assertThat(desk.goLive(draft, 0, admin)).isInstanceOf(Outcome.Invalid.class);
    assertThat(live.get().version()).isZero();
  }

  @Test
  void manyAtOnceMakeOneLive() {
    long first = wentLive(desk.settings(0).withLexicon(List.of(LOCKER), List.of()));
    long draft = saved(desk.settings(first).withLexicon(List.of(), List.of()));

    List<Outcome> outcomes =
        Together.run(
            4,
            thread ->
                thread % 2 == 0
                    ? desk.goLive(draft, first, admin)
                    : desk.takeBack(0, first, admin));

    assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.Stale.class::isInstance).hasSize(3);
    long wins =
        ((Outcome.Done)
                outcomes.stream().filter(Outcome.Done.class::isInstance).findFirst().orElseThrow())
            .version();
    assertThat(desk.work().live()).isEqualTo(wins);
    assertThat(live.get().version()).isEqualTo(wins);
  }

  @Test
  void manyWhoSaveAtOnceMakeOneDraft() {
    List<Outcome> outcomes =
        Together.run(4, thread -> desk.save(0, desk.settings(0), "第" + thread, admin));

    assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
    assertThat(
            jdbc.sql("SELECT number FROM dialog_version WHERE state = 'draft'")
                .query()
                .listOfRows())
        .hasSize(1);
  }

  @Test
  void onlyWhatWasLiveIsTakenBack() {
    long draft = saved(desk.settings(0).withLexicon(List.of(LOCKER), List.of()));

    assertThat(desk.takeBack(draft, 0, admin)).isInstanceOf(Outcome.Stale.class);
    assertThat(desk.takeBack(999_999, 0, admin)).isInstanceOf(Outcome.Stale.class);
    assertThat(desk.discard(draft, admin)).isInstanceOf(Outcome.Done.class);
    assertThat(desk.goLive(draft, 0, admin)).isInstanceOf(Outcome.Stale.class);
  }

  @Test
  void othersEditNothing() {
    Staff.add(application, "wording-supervisor", Role.SUPERVISOR);
    SignedInUser supervisor = (SignedInUser) users.loadUserByUsername("wording-supervisor");

    assertThatThrownBy(() -> desk.save(0, desk.settings(0), "", supervisor))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> desk.takeBack(0, 0, supervisor))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void sentencesAreTriedOverRest() {
    long draft = saved(desk.settings(0).withLexicon(List.of(LOCKER), List.of()));
    Staff.add(application, "wording-supervisor", Role.SUPERVISOR);
    Staff.add(application, "wording-agent", Role.AGENT);
    Http supervisor = new Http(mvc, credentials("wording-supervisor"));
    String path = "/api/v1/dialog/try";

    Reply now = supervisor.post(path, "{\"text\": \"楼下丰巢柜\"}");
    Reply drafted = supervisor.post(path, "{\"text\": \"楼下丰巢柜\", \"version\": " + draft + "}");
    Reply fire = supervisor.post(path, "{\"text\": \"楼道里着火了\", \"version\": 0}");

    assertThat(now.status()).as(now.body()).isEqualTo(200);
    assertThat(now.<Boolean>at("$.asksAgain")).isTrue();
    assertThat(drafted.<String>at("$.intent.subcategory")).isEqualTo("public-fixtures");
    assertThat(drafted.<String>at("$.counted[0].phrase")).isEqualTo("丰巢柜");
    assertThat(fire.<String>at("$.emergency")).isEqualTo("着火");
    assertThat(supervisor.post(path, "{}").status()).isEqualTo(400);
    assertThat(supervisor.post(path, "{\"text\": \"好\", \"version\": 999999}").status())
        .isEqualTo(400);
    assertThat(new Http(mvc, credentials("wording-agent")).post(path, "{\"text\": \"好\"}").status())
        .isEqualTo(403);
  }

  @Test
  void learnedSpellingsAreAVersionOfTheWordingThatIsTakenBackOverRest() {
    Http rest = new Http(mvc, credentials("wording-admin"));
    String path = "/api/v1/dialog/learned";
    String leak = "{\"dialect\": \"nan\", \"phrase\": \"漏水\", \"spellings\": [\"老追\"]}";

    Reply kept = rest.post(path, leak);
    assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    assertThat(live.get().learned()).containsExactly(new LearnedPhrase("nan", "漏水", List.of("老追")));
    rest.post(path, leak.replace("老追", "老嘴"));
    assertThat(rest.get(path).<String>at("$.phrases[0].spellings[0]")).isEqualTo("老嘴");
    assertThat(desk.history().get(0).changes()).containsExactly("learned ~ nan 漏水");

    String name = "{\"dialect\": \"nan\", \"phrase\": \"漏水\"}";
    assertThat(rest.post(path + "/take-back", name).status()).isEqualTo(200);
    assertThat(live.get().learned()).isEmpty();
    assertThat(rest.post(path + "/take-back", name).status()).isEqualTo(404);
  }

  @Test
  void learnedSpellingsThatCannotBeUsedAreRefused() {
    Http rest = new Http(mvc, credentials("wording-admin"));
    String path = "/api/v1/dialog/learned";
    String leak = "{\"dialect\": \"nan\", \"phrase\": \"漏水\", \"spellings\": [\"老追\"]}";

    assertThat(rest.post(path, leak.replace("漏水", "之乎者也")).body()).contains("之乎者也");
    assertThat(rest.post(path, leak.replace("nan", "fr")).<String>at("$.errors[0].field"))
        .isEqualTo("dialect");
    assertThat(rest.post(path, leak.replace("老追", "a")).<String>at("$.errors[0].field"))
        .isEqualTo("spellings");
    assertThat(rest.post(path, "{}").status()).isEqualTo(400);
    saved(desk.settings(0).withLexicon(List.of(LOCKER), List.of()));
    assertThat(rest.post(path, leak).status()).as("while somebody edits").isEqualTo(409);

    Staff.add(application, "wording-supervisor", Role.SUPERVISOR);
    Http supervisor = new Http(mvc, credentials("wording-supervisor"));
    assertThat(supervisor.get(path).status()).isEqualTo(403);
    assertThat(supervisor.post(path, leak).status()).isEqualTo(403);
    assertThat(live.get().learned()).isEmpty();
  }

  @Test
  void whatTwoCallsShowMisheardIsAcceptedAndTakenBack() {
    List<CallId> heard = List.of(called("厨房老追了"), called("卫生间老追"));
    corrections.correct(heard.get(0), 0, "厨房老追了", "nan", "厨房漏水了", "wording-agent");
    assertThat(misheard.proposals(admin)).as("of one call").isEmpty();
    corrections.correct(heard.get(1), 0, "卫生间老追", "", "卫生间漏水", "wording-agent");
    assertThat(misheard.proposals(admin))
        .extracting(MisheardForm::heard, MisheardForm::calls)
        .containsExactly(tuple("老追", 2));
    assertThat(audited("call:" + heard.get(0).value()))
        .containsExactly("transcript.corrected {\"turn\":0}");

    saved(desk.settings(0).withLexicon(List.of(LOCKER), List.of()));
    assertThat(misheard.accept("老追", "漏水", admin)).isInstanceOf(Accepted.Stale.class);
    desk.discard(desk.work().number(), admin);
    assertThat(misheard.accept("老追", "停电", admin)).isInstanceOf(Accepted.Gone.class);
    assertThat(misheard.accept("老追", "漏水", admin)).isInstanceOf(Accepted.Live.class);

    assertThat(live.get().intents().read("这边老追了").orElseThrow().subcategory())
        .isEqualTo("water-power");
    assertThat(desk.history().get(0).changes()).containsExactly("lexicon + =老追");
    assertThat(desk.history().get(0).note()).isEqualTo("误听：老追 → 漏水");
    assertThat(misheard.proposals(admin)).isEmpty();
    desk.takeBack(0, desk.work().live(), admin);
    assertThat(live.get().intents().read("这边老追了")).isEmpty();
    assertThat(misheard.proposals(admin)).hasSize(1);

    Refused leak = new Refused("老追", "漏水");
    assertThat(misheard.refuse(leak, admin)).isTrue();
    assertThat(misheard.refuse(leak, admin)).as("twice").isFalse();
    assertThat(misheard.proposals(admin)).isEmpty();
    assertThat(misheard.refused(admin)).containsExactly(leak);
    misheard.reconsider(leak, admin);
    assertThat(misheard.refused(admin)).isEmpty();
    assertThat(audited("misheard:老追"))
        .containsExactly(
            "misheard.refused {\"phrase\":\"漏水\"}", "misheard.reconsidered {\"phrase\":\"漏水\"}");

    assertThat(corrections.correct(heard.get(0), 0, "厨房老追了", "", " ", "wording-agent")).isTrue();
    assertThat(corrections.of(heard.get(0))).as("it was heard right").isEmpty();
    assertThat(misheard.proposals(admin)).isEmpty();
    corrections.correct(heard.get(1), 0, "卫生间老追", "", "", "wording-agent");
  }

  @Test
  void onlyWhatACallerSaidIsCorrected() {
    CallId call = called("厨房老追了");

    assertThat(corrected(call, 0, "厨房漏水")).as("other words than it has").isFalse();
    assertThat(corrected(call, 1, "")).as("the hotline").isFalse();
    assertThat(corrected(call, 2, "")).isFalse();
    assertThat(corrected(call, -1, "")).isFalse();
    assertThat(corrected(new CallId("none"), 0, "厨房老追了")).isFalse();
    assertThatThrownBy(
            () -> corrections.correct(call, 0, "厨房老追了", "", "水".repeat(501), "wording-agent"))
        .isInstanceOf(IllegalArgumentException.class);
    Staff.add(application, "wording-supervisor", Role.SUPERVISOR);
    SignedInUser supervisor = (SignedInUser) users.loadUserByUsername("wording-supervisor");
    assertThatThrownBy(() -> misheard.proposals(supervisor))
        .isInstanceOf(AccessDeniedException.class);
  }

  private boolean corrected(CallId call, int turn, String seen) {
    return corrections.correct(call, turn, seen, "", "再见", "wording-agent");
  }

  /** A call in which this was heard. */
  private CallId called(String heard) {
    CallId call = new CallId("misheard-" + UUID.randomUUID());
    calls.keep(
        new CallRecord(
            call, "", Optional.empty(), "4001234567", "node-1", Instant.now(), Optional.empty()),
        List.of(
            new Turn(Who.CALLER, Kind.WORDS, heard, "", Duration.ZERO, Duration.ZERO),
            new Turn(Who.HOTLINE, Kind.SAID, "再见", "bye", Duration.ZERO, Duration.ZERO)));
    return call;
  }

  @Test
  void whatGoesLiveAndIsTakenBackStandsInTheAudit() {
    long version = wentLive(desk.settings(0).withLexicon(List.of(LOCKER), List.of()));
    desk.takeBack(0, version, admin);
    long thrown = saved(desk.settings(0));
    desk.discard(thrown, admin);

    assertThat(audited("wording:" + version)).containsExactly("wording.live {\"previous\":0}");
    assertThat(audited("wording:0")).contains("wording.taken-back {\"previous\":" + version + "}");
    assertThat(audited("wording:" + thrown)).containsExactly("wording.discarded {\"previous\":0}");
  }

  @Test
  void whatIsNotInTheAuditDoesNotGoLive() {
    long draft = saved(desk.settings(0).withLexicon(List.of(LOCKER), List.of()));
    jdbc.sql("RENAME TABLE audit_entry TO audit_entry_away").update();
    try {
      assertThatThrownBy(() -> desk.goLive(draft, 0, admin)).isInstanceOf(RuntimeException.class);
    } finally {
      jdbc.sql("RENAME TABLE audit_entry_away TO audit_entry").update();
    }

    assertThat(desk.work().live()).isZero();
    assertThat(desk.work().draft()).isTrue();
  }

  @Test
  void aBrokenVersionLeavesTheLastGoodOneAndIsTold() {
    long good = wentLive(desk.settings(0).withLexicon(List.of(LOCKER), List.of()));
    long broken = saved(desk.settings(good));
    jdbc.sql("UPDATE dialog_version SET content = '{\"prompts\": 7}' WHERE number = ?")
        .param(broken)
        .update();
    jdbc.sql("UPDATE dialog_live SET version = ?").param(broken).update();
    try {
      refresh.round();
      refresh.round();

      assertThat(live.get().version()).isEqualTo(good);
      Health told = health.health();
      assertThat(told.getStatus().getCode()).isEqualTo("DEGRADED");
      assertThat(told.getDetails())
          .containsEntry("state", "broken")
          .containsEntry("version", good)
          .containsEntry("wanted", broken);
    } finally {
      jdbc.sql("UPDATE dialog_live SET version = ?").param(good).update();
      jdbc.sql("UPDATE dialog_version SET content = ? WHERE number = ?")
          .params(SettingsJson.write(desk.settings(0)), broken)
          .update();
    }
    refresh.round();

    assertThat(health.health().getDetails()).containsEntry("state", "ok");
  }

  private List<String> audited(String subject) {
    return jdbc.sql("SELECT action, details FROM audit_entry WHERE subject = ? ORDER BY sequence")
        .param(subject)
        .query((row, n) -> row.getString("action") + " " + row.getString("details"))
        .list();
  }

  private long saved(DialogSettings settings) {
    Outcome outcome = desk.save(desk.work().number(), settings, "试", admin);
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).version();
  }

  private long wentLive(DialogSettings settings) {
    long before = desk.work().live();
    long draft = saved(settings);
    assertThat(desk.goLive(draft, before, admin)).isInstanceOf(Outcome.Done.class);
    return draft;
  }

  @Test
  void aNameThatSoundsLikeAnotherIsListedUntilItIsChanged() throws Exception {
    Estate east = estates.save(Estate.named("鲲鹏苑", List.of(), 900, List.of()));
    Estate alike = estates.save(Estate.named("昆鹏园", List.of(), 901, List.of()));
    String page = "/console/estates/" + alike.requireId();
    String sentence = "“昆鹏园”与“鲲鹏苑”的“鲲鹏苑”听起来一样";
    try {
      assertThat(StaffRequests.body(mvc, page, admin)).contains(sentence);
      assertThat(StaffRequests.body(mvc, "/console/estates", admin)).contains("来电时听不准的名称");

      estates.save(
          alike.with(Objects.requireNonNull(alike.version()), "北冥园", List.of(), 901, List.of()));
      assertThat(StaffRequests.body(mvc, page, admin)).contains("北冥园").doesNotContain(sentence);
    } finally {
      estates.deleteById(east.requireId());
      estates.deleteById(alike.requireId());
    }
  }

  private static HttpHeaders credentials(String login) {
    HttpHeaders headers = new HttpHeaders();
    headers.setBasicAuth(login, Staff.PASSWORD);
    return headers;
  }
}
