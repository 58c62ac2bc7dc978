package cn.wuye.hotline.backend.queue.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.queue.QueueManner;
import cn.wuye.hotline.backend.queue.StormMode;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.router.queue.OpeningHours;
import cn.wuye.hotline.router.queue.OpeningHours.Span;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueLimits;
import cn.wuye.hotline.router.queue.Skill;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Queues as they are edited and run, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class QueueEditorCases {
  @Autowired ApplicationContext application;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired QueueEditor editor;
  @Autowired AgentPhones phones;

  private final String code = "t" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
  private EstateId estate;

  @BeforeEach
  void oneEstate() {
    estate = SampleEstates.another(estates).requireId();
  }

  @AfterEach
  void end() {
    jdbc.sql("DELETE FROM call_queue WHERE code = ?").param(code).update();
  }

  private EditedQueue queue(long version, String title) {
    Map<DayOfWeek, List<Span>> week =
        Map.of(DayOfWeek.MONDAY, List.of(new Span(LocalTime.of(8, 0), LocalTime.MIDNIGHT)));
    Map<LocalDate, List<Span>> days = Map.of(LocalDate.of(2026, 10, 1), List.of());
    return new EditedQueue(
        version,
        new QueueDefinition(
            code,
            title,
            Set.of(Skill.dialect("yue"), Skill.EMERGENCY),
            Set.of(estate.toString()),
            7,
            QueueLimits.DEFAULT),
        new QueueManner(new OpeningHours(week, days), "node-2", false, StormMode.AUTO, "", true));
  }

  private int audited(String action) {
    return jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE subject = ? AND action = ?")
        .params("queue:" + code, action)
        .query(Integer.class)
        .single();
  }

  @Test
  void whatIsSavedIsReadAgain() {
    assertThat(editor.save(queue(0, "粤语"), true, "admin")).isEmpty();

    EditedQueue saved = editor.find(code, EstateScope.ALL).orElseThrow();
    assertThat(saved.queue()).isEqualTo(queue(0, "粤语").queue());
    assertThat(saved.manner()).isEqualTo(queue(0, "粤语").manner());
    assertThat(audited("setting.changed")).isEqualTo(1);
  }

  @Test
  void whatSomebodyElseHasChangedIsNotWrittenOver() {
    editor.save(queue(0, "粤语"), true, "admin");

    assertThat(editor.save(queue(0, "粤语一"), false, "admin")).isEmpty();
    assertThat(editor.save(queue(0, "粤语二"), false, "admin")).containsEntry("version", "stale");
    assertThat(editor.find(code, EstateScope.ALL).orElseThrow().queue().title()).isEqualTo("粤语一");
    assertThat(editor.save(queue(0, "粤语"), true, "admin")).containsEntry("code", "taken");
  }

  @Test
  void anEstateThatIsNoneIsRefused() {
    QueueDefinition known = queue(0, "粤语").queue();
    EditedQueue wrong =
        new EditedQueue(
            0,
            new QueueDefinition(
                code, " ", known.skills(), Set.of("999999999"), 0, QueueLimits.DEFAULT),
            QueueManner.PLAIN);

    assertThat(editor.save(wrong, true, "admin"))
        .containsEntry("estates", "unknown")
        .containsEntry("title", "required");
  }

  @Test
  void aSupervisorRunsTheQueuesOfHerEstatesAlone() {
    editor.save(queue(0, "粤语"), true, "admin");
    QueueEditor.Hands hands = new QueueEditor.Hands(true, StormMode.ON, "三号楼停电。");
    EstateScope own = EstateScope.of(Set.of(estate));
    EstateScope other = EstateScope.of(Set.of(SampleEstates.another(estates).requireId()));

    assertThat(editor.run(code, hands, other, "wang")).isFalse();
    assertThat(editor.run("general", hands, own, "wang")).as("everybody's").isFalse();
    assertThat(editor.run(code, hands, own, "wang")).isTrue();

    QueueManner manner = editor.find(code, own).orElseThrow().manner();
    assertThat(manner.shut()).isTrue();
    assertThat(manner.storm()).isEqualTo(StormMode.ON);
    assertThat(manner.announcement()).isEqualTo("三号楼停电。");
    assertThat(audited("queue.handled")).isEqualTo(1);
    assertThat(editor.save(queue(0, "粤语"), false, "admin")).isEmpty();
    assertThat(editor.find(code, own).orElseThrow().manner().shut())
        .as("what is done by hand is not undone by the form")
        .isTrue();
  }

  @Test
  void theLastQueueForEverybodyStays() {
    editor.save(queue(0, "粤语"), true, "admin");

    assertThat(editor.remove("general", 0, "admin")).contains("last");
    assertThat(editor.remove(code, 5, "admin")).contains("stale");
    assertThat(editor.remove(code, 0, "admin")).isEmpty();
    assertThat(editor.find(code, EstateScope.ALL)).isEmpty();
  }

  @Test
  void aPhoneIsGivenToOneUserWithHerSkills() {
    String extension = "8" + code.substring(1);
    long user = Staff.signedIn(application, "agent-" + code, Role.AGENT).id();
    Set<Skill> skills = Set.of(Skill.dialect("yue"));

    assertThat(phones.save(new AgentPhone(extension, 0, user, skills), "admin")).isEmpty();
    assertThat(phones.list()).contains(new AgentPhone(extension, 0, user, skills));
    assertThat(phones.save(new AgentPhone(extension + "9", 0, user, skills), "admin"))
        .containsEntry("user", "taken");
    assertThat(phones.save(new AgentPhone(extension, 5, user, skills), "admin"))
        .containsEntry("version", "stale");
    assertThat(phones.save(new AgentPhone(extension, 0, 999_999_999, skills), "admin"))
        .containsEntry("user", "unknown");
    assertThat(phones.save(new AgentPhone("x", 0, 0, skills), "admin"))
        .containsEntry("extension", "code");
    assertThat(phones.save(new AgentPhone(extension, 0, 0, Set.of()), "admin")).isEmpty();
    assertThat(phones.list()).contains(new AgentPhone(extension, 1, 0, Set.of()));
    jdbc.sql("DELETE FROM agent_phone WHERE extension = ?").param(extension).update();
  }

  @Test
  void theFormSavesAndSaysWhatIsWrong() throws Exception {
    UserDetails admin = Staff.signedIn(application, "admin-" + code, Role.ADMIN);

    assertThat(page(form("/console/queues/new").param("skills", "nonsense:"), admin, 422))
        .contains("有一项技能看不懂");
    page(form("/console/queues/new").param("skills", "dialect:yue"), admin, 302);

    assertThat(page(get("/console/queues"), admin, 200)).contains("粤语组", "dialect:yue");
    assertThat(page(get("/console/queues/" + code), admin, 200)).contains("09:00-18:00");
    page(
        post("/console/queues/" + code + "/hands")
            .param("shut", "true")
            .param("storm", "on")
            .param("announcement", "停电"),
        admin,
        302);
    assertThat(page(get("/console/queues"), admin, 200)).contains("已手动关闭");
    assertThat(page(get("/console/call-backs"), admin, 200)).contains("等待回拨");
    assertThat(page(get("/console/queue-agents"), admin, 200)).contains("1001", "坐席话机");
    page(post("/console/queue-agents").param("extension", "abc"), admin, 422);
  }

  private MockHttpServletRequestBuilder form(String path) {
    return post(path)
        .param("code", code)
        .param("title", "粤语组")
        .param("weight", "5")
        .param("ring", "15")
        .param("wrapUp", "45")
        .param("region", "15")
        .param("everybody", "30")
        .param("choice", "60")
        .param("longest", "900")
        .param("most", "0")
        .param("homeNode", "")
        .param("hours", "09:00-18:00", "", "", "", "", "", "")
        .param("days", "2026-10-01");
  }

  private String page(MockHttpServletRequestBuilder request, UserDetails who, int status)
      throws Exception {
    var response = mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
    String body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    assertThat(response.getStatus()).as(body).isEqualTo(status);
    return body;
  }
}
