package cn.wuye.hotline.backend.poll.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.AgeRange;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.PollChannel;
import cn.wuye.hotline.backend.poll.PollDraft;
import cn.wuye.hotline.backend.poll.PollQuestion;
import cn.wuye.hotline.backend.poll.QuestionKind;
import cn.wuye.hotline.backend.poll.desk.PollDesk;
import cn.wuye.hotline.backend.poll.store.PollAnswerRows;
import cn.wuye.hotline.backend.poll.store.PollMessages;
import cn.wuye.hotline.backend.poll.store.PollResident;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.poll.store.PollRows;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.sms.SurveyWaysProperties;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Polls that are answered on a page, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class PollPageCases {
  private static final String SITE = "https://hotline.example.cn";
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired Residents residents;
  @Autowired ResidentWishes wishes;
  @Autowired PollDesk desk;
  @Autowired PollRows polls;
  @Autowired PollResidentRows rows;
  @Autowired PollAnswerRows answers;
  @Autowired PollInviting inviting;
  @Autowired Clock clock;

  private long resident;
  private PollResident who;

  @BeforeEach
  void aPoll() {
    EstateId estate = SampleEstates.another(estates).requireId();
    SignedInUser manager = Staff.signedIn(Role.MANAGER, estate.value());
    String number = "139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    resident =
        Objects.requireNonNull(
            residents
                .save(
                    Resident.named(
                        "王女士",
                        "cmn",
                        List.of(new PhoneNumber(number)),
                        List.of(new Resident.Dwelling(estate, "3号楼", "", ""))))
                .id());
    LocalDate today = Period.today(clock.instant());
    PollDraft draft =
        new PollDraft(
            "冬季",
            List.of(estate),
            AgeRange.ANY,
            10,
            today,
            today.plusDays(6),
            PollChannel.PHONE,
            List.of(
                new PollQuestion(1, QuestionKind.DEGREES, "您对小区的卫生满意吗？"),
                new PollQuestion(2, QuestionKind.WORDS, "您还有什么建议？")));
    long poll = desk.save(0, 0, draft, manager).id();
    assertThat(desk.start(poll, manager)).isEqualTo(PollDesk.Change.DONE);
    // Whether messages can be sent here is not what these tests are about.
    jdbc.sql("UPDATE poll SET channel = 'both' WHERE id = ?").param(poll).update();
    jdbc.sql("UPDATE poll_resident SET due_at = ? WHERE poll_id = ?")
        .params(Utc.column(LONG_AGO), poll)
        .update();
    long id =
        jdbc.sql("SELECT id FROM poll_resident WHERE poll_id = ?")
            .param(poll)
            .query(Long.class)
            .single();
    who = rows.find(id).orElseThrow();
  }

  @Test
  void sheHasOneMessageAndIsPhonedTwoDaysLater() {
    assertThat(due(clock.instant())).isFalse();

    inviting.run(() -> false);
    inviting.run(() -> false);

    assertThat(messages()).isEqualTo(1);
    assertThat(due(clock.instant())).isFalse();
    assertThat(due(clock.instant().plus(PollInviting.PATIENCE).plusSeconds(1))).isTrue();
  }

  @Test
  void whoWantsNoSurveysHasNone() {
    wishes.declined(resident);

    inviting.run(() -> false);

    assertThat(messages()).isZero();
    assertThat(state()).isEqualTo(AskedState.DECLINED);
  }

  @Test
  void theLinkOpensHerQuestionsOnce() throws Exception {
    inviting.run(() -> false);
    String page = page();

    assertThat(send(get(page)).getContentAsString())
        .contains("您对小区的卫生满意吗？", "非常满意", "您还有什么建议？")
        .doesNotContain("王女士");
    assertThat(send(post(page).param("q-1", "9")).getStatus()).isEqualTo(422);
    MockHttpServletResponse taken = send(post(page).param("q-1", "4").param("q-2", " 多种点<花> "));
    assertThat(taken.getRedirectedUrl()).isEqualTo(page + "?thanks");

    assertThat(state()).isEqualTo(AskedState.ANSWERED);
    assertThat(answers.of(who.id()).all())
        .extracting(said -> said.told().value())
        .containsExactly("4", "");
    assertThat(answers.of(who.id()).all())
        .extracting(said -> said.told().words())
        .containsExactly("", "多种点<花>");
    assertThat(send(get(page + "?thanks")).getContentAsString()).contains("已经收到");
    assertThat(send(post(page).param("q-1", "1")).getContentAsString()).contains("已经回答过");
    assertThat(answers.of(who.id()).all()).hasSize(2);
  }

  @Test
  void whoWantsNoMoreOfThemMaySaySo() throws Exception {
    inviting.run(() -> false);

    assertThat(send(post(page()).param("stop", "true")).getStatus()).isEqualTo(302);

    assertThat(state()).isEqualTo(AskedState.DECLINED);
    assertThat(wishes.of(resident).noSurveys()).isTrue();
  }

  @Test
  void aGuessedLinkOpensNothing() throws Exception {
    assertThat(send(get("/q/AAAAAAAAAAAAAAAAAAAAAA")).getStatus()).isEqualTo(404);
    assertThat(send(get("/q/x")).getStatus()).isEqualTo(404);
  }

  private String page() {
    SurveyWaysProperties ways = new SurveyWaysProperties(false, true, SITE, 7);
    String link =
        new PollLinks(jdbc, polls, rows, ways, clock)
            .link(new Addressee.Resident(resident), "poll-asked", null)
            .orElseThrow();
    assertThat(link).startsWith(SITE + "/q/");
    return link.substring(SITE.length());
  }

  private boolean due(Instant now) {
    return rows.due(now, 1000).stream().anyMatch(each -> each.who().id() == who.id());
  }

  private AskedState state() {
    return rows.find(who.id()).orElseThrow().state();
  }

  private long messages() {
    return jdbc.sql("SELECT COUNT(*) FROM outgoing_message WHERE once = ?")
        .param(PollMessages.once(who.id()))
        .query(Long.class)
        .single();
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse response =
        mvc.perform(request.header("Accept-Language", "zh").with(csrf())).andReturn().getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }
}
