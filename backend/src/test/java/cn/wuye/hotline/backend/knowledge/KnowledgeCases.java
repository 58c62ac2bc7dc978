package cn.wuye.hotline.backend.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.TestUsers;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.knowledge.KnowledgeEditor.Saved;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The knowledge base, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class KnowledgeCases {
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder encoder;
  @Autowired Estates estates;
  @Autowired Categories categories;
  @Autowired ArticleRows rows;
  @Autowired KnownArticles known;
  @Autowired KnowledgeBase base;
  @Autowired KnowledgeEditor editor;
  @Autowired Transactions transactions;
  @Autowired Clock clock;

  /** A word that no other test uses, nor any two characters of it. */
  private final String word =
      ThreadLocalRandom.current()
          .ints(8, 0x4e00, 0x9fa5)
          .mapToObj(Character::toString)
          .collect(Collectors.joining());

  private EstateId estate;
  private EstateId elsewhere;
  private EstateScope here;
  private EstateScope there;
  private LocalDate today;

  @BeforeEach
  void twoEstates() {
    estate = SampleEstates.another(estates).requireId();
    elsewhere = SampleEstates.another(estates).requireId();
    here = EstateScope.of(Set.of(estate));
    there = EstateScope.of(Set.of(elsewhere));
    today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void whatHoldsInAnEstateComesBeforeWhatHoldsEverywhereAndIsNotThereElsewhere() {
    long general = added(entry(word + "怎么交", List.of(), null, null), EstateScope.ALL);
    long own = added(entry(word + "怎么交", List.of(estate), null, null), here);

    assertThat(found(word, here)).containsExactly(own, general);
    assertThat(found(word, EstateScope.ALL)).containsExactly(own, general);
    assertThat(found(word, there)).containsExactly(general);
    assertThat(base.read(own, here)).isPresent();
    assertThat(base.read(own, there)).isEmpty();
    assertThat(base.edited(own, there)).isEmpty();
    assertThat(base.versions(own, there)).isEmpty();
    assertThat(
            base.find(new KnowledgeBase.Question(word, elsewhere, 10), EstateScope.ALL).stream()
                .map(Article::id))
        .containsExactly(general);
    assertThat(base.find(new KnowledgeBase.Question(word, elsewhere, 10), here)).isEmpty();
    assertThat(base.find(new KnowledgeBase.Question(word, null, 1), here)).hasSize(1);
  }

  @Test
  void onlyWhatHoldsTodayIsFound() {
    long now =
        added(entry(word + "一", List.of(estate), today.minusDays(1), today), EstateScope.ALL);
    long over =
        added(entry(word + "二", List.of(estate), null, today.minusDays(1)), EstateScope.ALL);
    long toCome =
        added(entry(word + "三", List.of(estate), today.plusDays(1), null), EstateScope.ALL);

    assertThat(found(word, here)).containsExactly(now);
    assertThat(base.read(over, here)).isEmpty();
    assertThat(
            base.edited(false, new KnowledgeBase.Question(word, null, 10), here).stream()
                .map(Article::id))
        .containsExactlyInAnyOrder(now, over, toCome);
  }

  @Test
  void everyTextIsKeptAndTheOlderVersionChangesNothing() {
    long id = added(entry(word, List.of(estate), null, null), here);

    assertThat(change(id, 0, entry(word + "新", List.of(estate), null, null), here).wrong())
        .isEmpty();
    assertThat(change(id, 0, entry(word + "旧", List.of(estate), null, null), here).wrong())
        .containsEntry("version", "stale");
    assertThat(change(id, 1, entry(word, List.of(elsewhere), null, null), there).wrong())
        .containsEntry("version", "stale");
    assertThat(editor.archive(id, 1, true, here, "boss").wrong()).isEmpty();

    assertThat(found(word, here)).isEmpty();
    assertThat(base.read(id, here)).isEmpty();
    assertThat(base.versions(id, here))
        .extracting(each -> each.entry().title())
        .containsExactly(word + "新", word + "新", word);
    assertThat(
            base.edited(true, new KnowledgeBase.Question(word, null, 10), here).stream()
                .map(Article::id))
        .containsExactly(id);
    assertThat(editor.archive(id, 2, false, here, "boss").wrong()).isEmpty();
    assertThat(found(word, here)).containsExactly(id);
    assertThat(
            jdbc.sql(
                    "SELECT action FROM audit_entry WHERE subject = ? ORDER BY happened_at,"
                        + " sequence")
                .param("knowledge:" + id)
                .query(String.class)
                .list())
        .containsExactly(
            "knowledge.changed", "knowledge.changed", "knowledge.archived", "knowledge.restored");
  }

  @Test
  void whatWasWrittenForOtherEstatesStaysTheirs() {
    EstateScope both = EstateScope.of(Set.of(estate, elsewhere));
    long id = added(entry(word + "从前", List.of(elsewhere), null, null), both);
    assertThat(change(id, 0, entry(word, List.of(estate), null, null), both).wrong()).isEmpty();

    assertThat(base.versions(id, here)).extracting(Article::version).containsExactly(1L);
    assertThat(base.edited(id, there)).isEmpty();
  }

  @Test
  void theSameQuestionForTheSameEstatesStandsOnce() {
    List<Saved> saved =
        Together.run(
            4, i -> editor.add(entry(word, List.of(estate), null, null), EstateScope.ALL, "x"));

    assertThat(saved).filteredOn(each -> each.wrong().isEmpty()).hasSize(1);
    assertThat(saved)
        .filteredOn(each -> !each.wrong().isEmpty())
        .allSatisfy(each -> assertThat(each.wrong()).containsEntry("title", "taken"));
    long id = saved.stream().mapToLong(Saved::id).max().orElseThrow();
    assertThat(editor.archive(id, 0, true, here, "x").wrong()).isEmpty();
    added(entry(word, List.of(estate), null, null), here);
    assertThat(editor.archive(id, 1, false, here, "x").wrong()).containsEntry("title", "taken");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsWritten() {
    assertThat(wrong(entry(" ", List.of(), null, null), EstateScope.ALL))
        .containsExactly("title=required");
    assertThat(wrong(entry("问".repeat(121), List.of(), null, null), EstateScope.ALL))
        .containsExactly("title=too-long");
    assertThat(wrong(entry(word, List.of(), null, null), here)).containsExactly("estates=own");
    assertThat(wrong(entry(word, List.of(estate, elsewhere), null, null), here))
        .containsExactly("estates=unknown");
    assertThat(wrong(entry(word, List.of(), today, today.minusDays(1)), EstateScope.ALL))
        .containsExactly("validUntil=before-from");
    assertThat(
            wrong(
                new Entry(
                    word, "答".repeat(2001), "词".repeat(501), "fees", "lift", List.of(), null, null),
                EstateScope.ALL))
        .containsExactlyInAnyOrder("answer=too-long", "words=too-long", "category=unknown");
    assertThat(found(word, EstateScope.ALL)).isEmpty();
  }

  @Test
  void nothingIsWrittenThatCannotBeAudited() {
    KnowledgeEditor unaudited =
        new KnowledgeEditor(
            rows,
            known,
            estates,
            categories,
            transactions,
            (actor, action, subject, details) -> {
              throw new IllegalStateException("no audit");
            },
            clock);

    assertThatThrownBy(
            () -> unaudited.add(entry(word, List.of(), null, null), EstateScope.ALL, "x"))
        .hasMessage("no audit");

    assertThat(found(word, EstateScope.ALL)).isEmpty();
  }

  @Test
  void overRestItIsFoundReadAndWrittenByThoseWhoMay() {
    Http admin = new Http(mvc, TestUsers.admin(jdbc, encoder));
    Http agent = new Http(mvc, TestUsers.agentOf(jdbc, encoder, estate));
    Http stranger = new Http(mvc, TestUsers.agentOf(jdbc, encoder, elsewhere));
    String body =
        "{\"title\":\"%s\",\"answer\":\"到服务中心\",\"category\":\"fees\",\"estateIds\":[\"%s\"]}"
            .formatted(word, estate);

    assertThat(agent.post("/api/v1/knowledge", body).status()).isEqualTo(403);
    Http.Reply added = admin.post("/api/v1/knowledge", body);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    String path = added.header("Location");
    assertThat(admin.post("/api/v1/knowledge", body).status()).isEqualTo(409);
    assertThat(
            admin
                .post(
                    "/api/v1/knowledge", "{\"title\":\"x\",\"answer\":\"x\",\"estateIds\":[\"0\"]}")
                .status())
        .isEqualTo(400);
    assertThat(admin.post("/api/v1/knowledge", "{\"title\":\"x\"}").status()).isEqualTo(400);

    String search = "/api/v1/knowledge?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    assertThat(agent.get(search).body()).contains("到服务中心", "\"estateIds\":[\"" + estate + "\"]");
    assertThat(agent.get(path).status()).isEqualTo(200);
    assertThat(stranger.get(search).body()).doesNotContain("到服务中心");
    assertThat(stranger.get(search + "&estate=" + estate).body()).doesNotContain("到服务中心");
    assertThat(stranger.get(path).status()).isEqualTo(404);

    String changed = body.replaceFirst("\\{", "{\"version\":0,").replace("到服务中心", "在公众号里");
    assertThat(changed(admin, path, changed).status()).isEqualTo(200);
    assertThat(changed(admin, path, changed).status()).isEqualTo(409);
    assertThat(agent.get(path).body()).contains("在公众号里");
    assertThat(admin.post(path + "/archive", "{\"version\":1}").status()).isEqualTo(200);
    assertThat(agent.get(path).status()).isEqualTo(404);
    assertThat(admin.get(path).status()).isEqualTo(200);
    assertThat(admin.post(path + "/restore", "{\"version\":2}").status()).isEqualTo(200);
    assertThat(agent.get(path).status()).isEqualTo(200);
  }

  @Test
  void inTheConsoleSupervisorsWriteForTheirEstatesAndAgentsRead() throws Exception {
    SignedInUser supervisor = Staff.signedIn(Role.SUPERVISOR, estate.value());
    SignedInUser agent = Staff.signedIn(Role.AGENT, estate.value());
    SignedInUser stranger = Staff.signedIn(Role.SUPERVISOR, elsewhere.value());
    long general = added(entry(word + "一般", List.of(), null, null), EstateScope.ALL);

    assertThat(status(form("/console/knowledge/new", ""), supervisor)).isEqualTo(422);
    assertThat(status(form("/console/knowledge/new", estate.toString()), agent)).isEqualTo(403);
    assertThat(status(get("/console/knowledge/new"), agent)).isEqualTo(403);
    assertThat(status(form("/console/knowledge/new", estate.toString()), supervisor))
        .isEqualTo(302);
    long own = found(word, here).get(0);

    String path = "/console/knowledge/" + own;
    String list = "/console/knowledge?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    assertThat(page(get(URI.create(list)), agent))
        .contains(word, "到服务中心")
        .doesNotContain("/console/knowledge/new");
    assertThat(page(get(path), agent)).contains("到服务中心").doesNotContain("<textarea");
    assertThat(page(get(path), supervisor)).contains("<textarea");
    assertThat(page(get("/console/knowledge/" + general), supervisor)).doesNotContain("<textarea");
    assertThat(status(form("/console/knowledge/" + general, estate.toString()), supervisor))
        .isEqualTo(403);
    assertThat(page(get(URI.create(list)), stranger))
        .contains("/console/knowledge/" + general + "\"")
        .doesNotContain(path + "\"");
    assertThat(status(get(path), stranger)).isEqualTo(404);
    assertThat(status(form(path, elsewhere.toString()), stranger)).isEqualTo(404);
    assertThat(status(form(path, estate.toString()), agent)).isEqualTo(403);
    assertThat(
            status(
                post(path + "/archive").param("version", "0").param("archived", "true"),
                supervisor))
        .isEqualTo(302);
    assertThat(status(form(path, estate.toString()), supervisor)).isEqualTo(409);
    assertThat(page(get("/console/knowledge?state=archived"), supervisor)).contains(word);
    assertThat(page(get(path), supervisor)).contains("历次内容");
    assertThat(status(get(path), agent)).isEqualTo(404);
  }

  private MockHttpServletRequestBuilder form(String path, String where) {
    MockHttpServletRequestBuilder form =
        post(path).param("version", "0").param("title", word).param("answer", "到服务中心");
    return where.isEmpty() ? form : form.param("estates", where);
  }

  private int status(MockHttpServletRequestBuilder request, SignedInUser who) throws Exception {
    return mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse().getStatus();
  }

  private String page(MockHttpServletRequestBuilder request, SignedInUser who) throws Exception {
    var answer = mvc.perform(request.with(user(who))).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static Http.Reply changed(Http client, String path, String json) {
    return client.send(put(URI.create(path)).contentType(MediaType.APPLICATION_JSON).content(json));
  }

  private List<Long> found(String said, EstateScope scope) {
    return base.find(new KnowledgeBase.Question(said, null, 10), scope).stream()
        .map(Article::id)
        .toList();
  }

  private long added(Entry entry, EstateScope scope) {
    Saved saved = editor.add(entry, scope, "boss");
    assertThat(saved.wrong()).isEmpty();
    return saved.id();
  }

  private Saved change(long id, long version, Entry entry, EstateScope scope) {
    return editor.change(id, version, entry, scope, "boss");
  }

  private List<String> wrong(Entry entry, EstateScope scope) {
    return editor.add(entry, scope, "x").wrong().entrySet().stream().map(Object::toString).toList();
  }

  private static Entry entry(
      String title, List<EstateId> where, @Nullable LocalDate from, @Nullable LocalDate until) {
    return new Entry(title, "到服务中心", "", "", "", where, from, until);
  }
}
