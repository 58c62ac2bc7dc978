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
import cn.wuye.hotline.backend.queue.Hands;
import cn.wuye.hotline.backend.queue.QueueManner;
import cn.wuye.hotline.backend.queue.StormAnnouncement;
import cn.wuye.hotline.backend.queue.StormMode;
import cn.wuye.hotline.backend.queue.StormRecordings;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.prompt.WavSound;
import cn.wuye.hotline.router.queue.OpeningHours;
import cn.wuye.hotline.router.queue.OpeningHours.Span;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueLimits;
import cn.wuye.hotline.router.queue.Skill;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  @Autowired QueueHands hands;
  @Autowired StormRecordings recordings;
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
        new QueueManner(new OpeningHours(week, days), "node-2", Hands.NONE, true));
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
    StormOrder storm = StormOrder.typed(StormMode.ON, "三号楼停电。");
    EstateScope own = EstateScope.of(Set.of(estate));
    EstateScope other = EstateScope.of(Set.of(SampleEstates.another(estates).requireId()));

    assertThat(hands.shut(code, true, other, "wang")).isFalse();
    assertThat(hands.shut("general", true, own, "wang")).as("everybody's").isFalse();
    assertThat(hands.shut(code, true, own, "wang")).isTrue();
    assertThat(hands.storm(code, storm, other, "wang")).isEqualTo(new QueueHands.Unknown());
    assertThat(hands.storm("general", storm, own, "wang"))
        .as("everybody's")
        .isEqualTo(new QueueHands.Unknown());
    assertThat(hands.storm(code, storm, own, "wang")).isEqualTo(new QueueHands.Done());

    assertThat(handsOf(code))
        .isEqualTo(new Hands(true, StormMode.ON, StormAnnouncement.typed("三号楼停电。")));
    assertThat(audited("queue.handled")).isEqualTo(2);
    assertThat(editor.save(queue(0, "粤语"), false, "admin")).isEmpty();
    assertThat(handsOf(code).shut()).as("what is done by hand is not undone by the form").isTrue();
  }

  private Hands handsOf(String queue) {
    return editor.find(queue, EstateScope.ALL).orElseThrow().manner().hands();
  }

  private QueueHands.Result storm(String words, byte[] recording) {
    return hands.storm(
        code,
        new StormOrder(StormMode.ON, words, Optional.of(recording), false, Optional.empty()),
        EstateScope.ALL,
        "wang");
  }

  private static byte[] tone(double seconds, int loudest) {
    byte[] pcm = new byte[2 * (int) (seconds * Pcm.RATE)];
    for (int i = 0; i < pcm.length / 2; i++) {
      int sample = (int) (loudest * Math.sin(2 * Math.PI * 700 * i / Pcm.RATE));
      pcm[2 * i] = (byte) sample;
      pcm[2 * i + 1] = (byte) (sample >> 8);
    }
    return WavSound.write(pcm);
  }

  @Test
  void anAnnouncementIsRecordedAndHeardAsLongAsItsWordsStay() {
    editor.save(queue(0, "粤语"), true, "admin");

    assertThat(storm("三号楼停电", tone(3, 8000))).isEqualTo(new QueueHands.Done());
    long first = handsOf(code).announcement().recording().orElseThrow();
    byte[] sound = recordings.sound(code, first).orElseThrow();
    assertThat(Pcm.length(Arrays.copyOfRange(sound, 44, sound.length)))
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    assertThat(recordings.sound("general", first)).as("of another queue").isEmpty();
    String written =
        jdbc.sql("SELECT details FROM audit_entry WHERE subject = ? ORDER BY sequence DESC LIMIT 1")
            .param("queue:" + code)
            .query(String.class)
            .single();
    assertThat(written).contains("三号楼停电", "\"recording\":" + first, "recordedSeconds");

    hands.storm(code, StormOrder.typed(StormMode.AUTO, "三号楼停电"), EstateScope.ALL, "wang");
    hands.shut(code, true, EstateScope.ALL, "li");
    assertThat(handsOf(code).announcement().recording()).as("the same words").hasValue(first);

    hands.storm(
        code,
        new StormOrder(StormMode.ON, "三号楼停电", Optional.empty(), true, Optional.empty()),
        EstateScope.ALL,
        "wang");
    assertThat(handsOf(code).announcement().recording()).as("given up").isEmpty();

    storm("三号楼停电", tone(3, 8000));
    hands.storm(code, StormOrder.typed(StormMode.ON, "四号楼停水"), EstateScope.ALL, "wang");
    assertThat(handsOf(code))
        .as("other words, and what somebody else did stays")
        .isEqualTo(new Hands(true, StormMode.ON, StormAnnouncement.typed("四号楼停水")));
    assertThat(recordings.sound(code, first)).as("kept for the audit").isPresent();
  }

  @Test
  void whoOrdersAStormFromAnOlderPagePutsBackNoOlderWords() {
    editor.save(queue(0, "粤语"), true, "admin");
    StormOrder.Seen nothing = new StormOrder.Seen(StormMode.AUTO, "", Optional.of(0L));
    hands.storm(code, StormOrder.typed(StormMode.ON, ""), EstateScope.ALL, "wang");
    assertThat(seen(nothing))
        .as("switched on")
        .isEqualTo(new QueueHands.Refused(List.of("changed")));
    storm("三号楼停电", tone(3, 8000));
    long recording = handsOf(code).announcement().recording().orElseThrow();

    assertThat(seen(nothing)).isEqualTo(new QueueHands.Refused(List.of("changed")));
    assertThat(seen(new StormOrder.Seen(StormMode.ON, "三号楼停电", Optional.of(0L))))
        .as("recorded since")
        .isEqualTo(new QueueHands.Refused(List.of("changed")));
    assertThat(handsOf(code).announcement().words()).isEqualTo("三号楼停电");

    assertThat(seen(new StormOrder.Seen(StormMode.ON, "三号楼停电", Optional.of(recording))))
        .isEqualTo(new QueueHands.Done());
    assertThat(handsOf(code).announcement().words()).isEqualTo("四号楼停水");
  }

  private QueueHands.Result seen(StormOrder.Seen seen) {
    return hands.storm(
        code,
        new StormOrder(StormMode.ON, "四号楼停水", Optional.empty(), false, Optional.of(seen)),
        EstateScope.ALL,
        "wang");
  }

  @Test
  void aBadRecordingIsRefusedAndWhatCallersHearStays() {
    editor.save(queue(0, "粤语"), true, "admin");
    storm("三号楼停电", tone(3, 8000));
    Hands before = handsOf(code);

    for (Map.Entry<String, QueueHands.Result> refused :
        Map.of(
                "silent", storm("停水", tone(3, 0)),
                "too-quiet", storm("停水", tone(3, 130)),
                "too-short", storm("停水", tone(1, 8000)),
                "too-long", storm("停水", tone(61, 8000)),
                "unreadable", storm("停水", new byte[] {1, 2, 3}),
                "large", storm("停水", new byte[StormOrder.MAX_BYTES + 1]),
                "wordless", storm(" ", tone(3, 8000)),
                "long", storm("停".repeat(StormOrder.MAX_WORDS + 1), tone(3, 8000)))
            .entrySet()) {
      assertThat(refused.getValue()).isEqualTo(new QueueHands.Refused(List.of(refused.getKey())));
    }
    assertThat(handsOf(code)).isEqualTo(before);
    assertThat(audited("queue.handled")).isEqualTo(1);
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
    page(post("/console/queues/" + code + "/shut").param("shut", "true"), admin, 302);
    page(
        post("/console/queues/" + code + "/storm").param("storm", "on").param("announcement", "停电"),
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
