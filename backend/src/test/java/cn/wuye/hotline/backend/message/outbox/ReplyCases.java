package cn.wuye.hotline.backend.message.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.database.SharedJob;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.channel.HttpReplies;
import cn.wuye.hotline.backend.message.channel.TwilioCallbacks;
import cn.wuye.hotline.backend.message.channel.TwilioSignature;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.SurveyPlan;
import cn.wuye.hotline.backend.survey.followup.Entered;
import cn.wuye.hotline.backend.survey.followup.EnteredAnswers;
import cn.wuye.hotline.backend.survey.followup.SurveyTasks;
import cn.wuye.hotline.backend.survey.link.LinkedSurveys;
import cn.wuye.hotline.backend.survey.link.SurveyLinks;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.AnswerRows;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.survey.store.SurveyTask;
import cn.wuye.hotline.backend.survey.store.TaskKind;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Repeats;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.Solved;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * Who is asked by SMS, and what becomes of what people answer or send of their own accord, on every
 * database.
 */
@SuppressWarnings("NullAway.Init")
abstract class ReplyCases extends DeliveryCases {
  static final String SECRET = "a-secret-of-the-provider";

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @Autowired SurveyPlan plan;
  @Autowired SurveyRows surveys;
  @Autowired AnswerRows said;
  @Autowired SurveyTasks tasks;
  @Autowired EnteredAnswers answers;
  @Autowired ResidentWishes surveyWishes;
  @Autowired SurveyLinks surveyLinks;
  @Autowired LinkedSurveys linked;
  @Autowired Repeats repeats;
  @Autowired Timeline timeline;
  @Autowired List<SharedJob> jobs;

  private Http client() {
    return new Http(mvc, new HttpHeaders());
  }

  // ---- asking ----

  @Test
  void whoseNumberDoesNotExistIsAskedBySmsAndByLinkAndAPersonLooksForHer() {
    PhoneNumber number = mobile();
    TicketNumber ticket = asked(number);

    sendAll();

    assertThat(requests()).hasSize(1);
    assertThat(requests().get(0).getBodyAsString())
        .contains(number.digits())
        .contains("电梯故障解决了吗？请回复1已解决，2未解决，3部分解决")
        .contains("https://hotline.example.cn/s/")
        .contains("回TD不再回访");
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.PERSON);
    assertThat(openTasks(ticket)).containsExactly(TaskKind.FIND);
  }

  @Test
  void whoDoesNotAnswerIsAskedOnceAndNotInTheNight() {
    TicketNumber ticket = solved(new Reporter(null, "", mobile()));
    goTo(LocalTime.of(20, 59));
    called(ticket, CallOutcome.NO_ANSWER);
    goTo(LocalTime.of(22, 0));
    sendAll();
    assertThat(requests()).isEmpty();

    called(ticket, CallOutcome.NO_ANSWER);
    goTo(LocalTime.of(9, 0));
    sendAll();

    assertThat(requests()).hasSize(1);
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.PLANNED);
  }

  @Test
  void whatIsAnsweredBeforeTheMessageIsSentIsNotAsked() {
    TicketNumber ticket = solved(new Reporter(null, "", mobile()));
    goTo(LocalTime.of(22, 0));
    called(ticket, CallOutcome.NO_ANSWER);
    sendAll();
    assertThat(only().state()).isEqualTo(MessageState.WAITING);

    phoned(ticket, Solved.SOLVED);

    assertThat(only().state()).isEqualTo(MessageState.UNWANTED);
    assertThat(only().reason()).isEqualTo(Reason.NOT_NEEDED);
    goTo(LocalTime.of(9, 0));
    sendAll();
    assertThat(requests()).isEmpty();
  }

  // ---- answers ----

  @Test
  void aReplyIsTheAnswerOnceHoweverOftenItIsTold() {
    PhoneNumber number = mobile();
    TicketNumber ticket = asked(number);
    String sid = sid();

    assertThat(twilio(number, "2 还漏水", sid).status()).isEqualTo(200);
    assertThat(twilio(number, "2 还漏水", sid).body()).isEqualTo("<Response/>");

    assertThat(survey(ticket).state()).isEqualTo(SurveyState.ANSWERED);
    assertThat(column(ticket, "channel")).isEqualTo("sms");
    assertThat(column(ticket, "solved")).isEqualTo("not-solved");
    assertThat(find(ticket).state()).isEqualTo(State.ACCEPTED);
    assertThat(said.of(survey(ticket).id()).words()).isEqualTo("2 还漏水");
    assertThat(texts(number)).containsExactly("answer");
    assertThat(smsTickets(number)).isZero();
  }

  @Test
  void whatNobodyCanReadIsKeptAndAPersonPhones() {
    PhoneNumber number = mobile();
    TicketNumber ticket = asked(number);

    twilio(number, "师傅说下周再来一次", sid());

    assertThat(survey(ticket).state()).isEqualTo(SurveyState.ANSWERED);
    assertThat(openTasks(ticket)).contains(TaskKind.PHONE);
    assertThat(said.of(survey(ticket).id()).words()).isEqualTo("师傅说下周再来一次");
  }

  @Test
  void thanksLeaveTheQuestionOpen() {
    PhoneNumber number = mobile();
    TicketNumber ticket = asked(number);

    twilio(number, "好的，谢谢", sid());

    assertThat(survey(ticket).state()).isEqualTo(SurveyState.PERSON);
    assertThat(texts(number)).containsExactly("kept");
  }

  @Test
  void whoWantsNoSurveysSaysSoByTwoLetters() {
    PhoneNumber number = mobile();
    long resident =
        Objects.requireNonNull(
            residents.save(Resident.named("王芳", "cmn", List.of(number), List.of())).id());
    TicketNumber ticket = solved(new Reporter(resident, "王芳", number));
    called(ticket, CallOutcome.UNREACHABLE);

    twilio(number, "TD", sid());

    assertThat(survey(ticket).state()).isEqualTo(SurveyState.DECLINED);
    assertThat(surveyWishes.of(resident).noSurveys()).isTrue();
    assertThat(find(ticket).state()).isEqualTo(State.ARCHIVED);
  }

  @Test
  void ofTwoRepliesAtOnceOneAnswersAndTheOtherIsNotLost() {
    PhoneNumber number = mobile();
    TicketNumber ticket = asked(number);

    Together.run(2, i -> twilio(number, "1 第" + i + "条", sid()).status());

    assertThat(survey(ticket).state()).isEqualTo(SurveyState.ANSWERED);
    assertThat(find(ticket).state()).isEqualTo(State.ARCHIVED);
    assertThat(texts(number)).containsExactlyInAnyOrder("answer", "note");
    assertThat(notes(ticket)).hasSize(1).first().asString().startsWith("短信：1 第");
    assertThat(smsTickets(number)).isZero();
  }

  @Test
  void whatComesAfterThePhoneWasQuickerIsNotedAndANoIsATicket() {
    PhoneNumber number = mobile();
    TicketNumber ticket = asked(number);
    phoned(ticket, Solved.SOLVED);

    twilio(number, "1", sid());
    assertThat(notes(ticket)).containsExactly("短信：1");
    assertThat(smsTickets(number)).isZero();

    twilio(number, "2 又不动了", sid());
    Ticket again = smsTicket(number);
    assertThat(repeats.earlier(again.number())).contains(ticket);
    assertThat(again.contents().place()).isEqualTo(find(ticket).contents().place());
    assertThat(again.contents().text()).isEqualTo("2 又不动了");
    assertThat(find(ticket).state()).isEqualTo(State.ARCHIVED);
    assertThat(column(ticket, "solved")).isEqualTo("solved");
  }

  @Test
  void anEmergencyInAReplyIsATicketOnTheSpot() {
    PhoneNumber number = mobile();
    TicketNumber ticket = asked(number);

    twilio(number, "2 电梯里有人被困了", sid());

    assertThat(column(ticket, "solved")).isEqualTo("not-solved");
    Ticket emergency = smsTicket(number);
    assertThat(emergency.contents().subject().emergency()).isTrue();
    twilio(number, "有人被困在电梯里，快来", sid());
    assertThat(smsTickets(number)).isEqualTo(1);
    assertThat(notes(emergency.number())).hasSize(1);
  }

  @Test
  void whoWasNotAskedYetIsPhonedByAPerson() {
    PhoneNumber number = mobile();
    TicketNumber ticket = solved(new Reporter(null, "", number));

    twilio(number, "没有热水", sid());

    assertThat(survey(ticket).state()).isEqualTo(SurveyState.ANSWERED);
    assertThat(column(ticket, "solved")).isEmpty();
    assertThat(openTasks(ticket)).containsExactly(TaskKind.PHONE);
  }

  // ---- what is about no survey ----

  @Test
  void aTextOfSomebodyElseIsATicketAndWhatFollowsStandsThere() {
    PhoneNumber number = mobile();

    twilio(number, "三号楼的电梯坏了，门关不上", sid());
    Ticket opened = smsTicket(number);
    assertThat(opened.channel()).isEqualTo(Channel.SMS);
    assertThat(opened.contents().subject().category()).isEqualTo("facilities");
    assertThat(opened.contents().reporter().phone()).isEqualTo(new PhoneNumber(number.digits()));

    twilio(number, "在二单元", sid());
    assertThat(notes(opened.number())).containsExactly("短信：在二单元");
    twilio(number, "着火了，快来人", sid());
    assertThat(smsTickets(number)).isEqualTo(2);
  }

  @Test
  void whoSendsTooMuchOrIsNobodyOpensNothing() {
    PhoneNumber number = mobile();
    for (int i = 0; i < 21; i++) {
      twilio(number, "谢谢", sid());
    }
    twilio(number, "三号楼的电梯坏了", sid());
    assertThat(smsTickets(number)).isZero();
    assertThat(texts(number)).hasSize(22).containsOnly("kept");

    long before = jdbc.sql("SELECT COUNT(*) FROM ticket").query(Long.class).single();
    assertThat(twilio("10690000123", "【银行】您有新的优惠", sid()).status()).isEqualTo(200);
    assertThat(jdbc.sql("SELECT COUNT(*) FROM ticket").query(Long.class).single())
        .isEqualTo(before);
  }

  @Test
  void whatANodeHasLeftIsSettledByAnother() {
    PhoneNumber number = mobile();
    TicketNumber ticket = asked(number);
    jdbc.sql(
            "INSERT INTO incoming_text (provider, provider_id, sender, number, words, received_at,"
                + " state) VALUES ('http', ?, ?, ?, '1', ?, 'waiting')")
        .params(sid(), number.digits(), number.digits(), Utc.column(CLOCK.instant()))
        .update();
    CLOCK.pass(Duration.ofMinutes(2));

    jobs.stream()
        .filter(job -> job.name().equals("incoming-texts"))
        .forEach(job -> job.run(() -> false));

    assertThat(survey(ticket).state()).isEqualTo(SurveyState.ANSWERED);
    assertThat(texts(number)).containsExactly("answer");
  }

  // ---- who may tell ----

  @Test
  void aTextThatTwilioDidNotSignIsNotTaken() {
    PhoneNumber number = mobile();
    asked(number);

    Http.Reply unsigned = client().send(form(number.digits(), "1", sid(), "forged"));

    assertThat(unsigned.status()).isEqualTo(403);
    assertThat(texts(number)).isEmpty();
  }

  @Test
  void anyOtherProviderShowsTheSecretOrSignsWithIt() {
    PhoneNumber number = mobile();
    TicketNumber ticket = asked(number);
    String body = json(number, "1");

    assertThat(http("", body, Map.of()).status()).isEqualTo(403);
    assertThat(http("?key=wrong", body, Map.of()).status()).isEqualTo(403);
    assertThat(http("?key=" + SECRET, body, Map.of("X-Hotline-Signature", "00")).status())
        .isEqualTo(403);
    assertThat(http("", "{}", Map.of("X-Hotline-Key", SECRET)).status()).isEqualTo(400);
    assertThat(http("", "no json", Map.of("X-Hotline-Key", SECRET)).status()).isEqualTo(400);
    assertThat(http("", " ".repeat(70_000), Map.of("X-Hotline-Key", SECRET)).status())
        .isEqualTo(413);
    assertThat(texts(number)).isEmpty();

    Http.Reply signed =
        http("", "[" + body + "]", Map.of("X-Hotline-Signature", hmac("[" + body + "]")));
    assertThat(signed.status()).isEqualTo(200);
    assertThat(signed.<Integer>at("$.code")).isZero();
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.ANSWERED);
    assertThat(http("?key=" + SECRET, body, Map.of()).status()).isEqualTo(200);
    assertThat(texts(number)).containsExactly("answer");
  }

  @Test
  void ofSeveralTextsOneThatCannotBeReadTakesNoOthersWithIt() {
    PhoneNumber number = mobile();
    TicketNumber ticket = asked(number);
    String several = "[{\"content\":\"from nobody\"}," + json(number, "1") + "]";

    assertThat(http("?key=" + SECRET, several, Map.of()).status()).isEqualTo(200);

    assertThat(survey(ticket).state()).isEqualTo(SurveyState.ANSWERED);
    assertThat(texts(number)).containsExactly("answer");
  }

  @Test
  void aFormIsTakenAsWell() {
    PhoneNumber number = mobile();
    TicketNumber ticket = asked(number);
    MockHttpServletRequestBuilder form =
        MockMvcRequestBuilders.post(URI.create(HttpReplies.PATH + "?key=" + SECRET))
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("mobile", number.digits())
            .param("content", "3 还差一点")
            .param("id", sid());

    assertThat(client().send(form).status()).isEqualTo(200);

    assertThat(column(ticket, "solved")).isEqualTo("partly");
    assertThat(openTasks(ticket)).contains(TaskKind.REST);
  }

  // ---- the link ----

  @Test
  void aLinkOpensItsSurveyUntilItIsAnswered() {
    PhoneNumber number = mobile();
    TicketNumber ticket = asked(number);
    String path = link(ticket);

    Http.Reply page = client().get(path);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("电梯故障")
        .doesNotContain(number.digits())
        .doesNotContain("502")
        .doesNotContain("三号楼");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(client().get("/s/AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(404);
    assertThat(
            client()
                .send(MockMvcRequestBuilders.post(URI.create(path)).param("solved", "solved"))
                .status())
        .as("without the form's token")
        .isEqualTo(403);

    assertThat(linked.answer(survey(ticket).id(), entered(Solved.SOLVED, "很快")))
        .isEqualTo(LinkedSurveys.Fate.TAKEN);
    assertThat(linked.answer(survey(ticket).id(), entered(Solved.SOLVED, "很快")))
        .isEqualTo(LinkedSurveys.Fate.TWICE);
    assertThat(column(ticket, "channel")).isEqualTo("link");
    assertThat(notes(ticket)).isEmpty();
    CLOCK.pass(Duration.ofDays(8));
    assertThat(client().get(path).body()).contains("谢谢您");
  }

  @Test
  void aLinkThatCameTooLateSaysSoAndWordsAreNotLost() {
    TicketNumber ticket = asked(mobile());
    String path = link(ticket);
    phoned(ticket, Solved.SOLVED);
    assertThat(linked.answer(survey(ticket).id(), entered(Solved.SOLVED, "就是慢")))
        .isEqualTo(LinkedSurveys.Fate.NOTED);
    assertThat(notes(ticket)).containsExactly("网页：已解决，就是慢");
    assertThat(client().get(path + "?late=noted").body()).contains("都记在工单里了");

    String other = link(asked(mobile()));
    CLOCK.pass(Duration.ofDays(7).plusMinutes(1));
    assertThat(client().get(other).status()).isEqualTo(410);
  }

  @Test
  void aLateNoByLinkIsATicketThatRepeatsItUnlessSomebodySeesToIt() {
    TicketNumber ticket = asked(mobile());
    String path = link(ticket);
    phoned(ticket, Solved.SOLVED);

    for (int sent = 1; sent <= 2; sent++) {
      assertThat(linked.answer(survey(ticket).id(), entered(Solved.NOT_SOLVED, "还是不行")))
          .isEqualTo(LinkedSurveys.Fate.AGAIN);
    }
    assertThat(
            jdbc.sql("SELECT text FROM ticket WHERE repeat_of = ? AND channel = 'web'")
                .param(ticket.value())
                .query(String.class)
                .list())
        .containsExactly("没有解决，还是不行");
    assertThat(client().get(path + "?late=again").body())
        .contains("已经另外登记了工单")
        .doesNotContain("感谢您的支持");

    TicketNumber again = asked(mobile());
    phoned(again, Solved.NOT_SOLVED);
    assertThat(linked.answer(survey(again).id(), entered(Solved.NOT_SOLVED, "")))
        .isEqualTo(LinkedSurveys.Fate.NOTED);
    assertThat(notes(again)).containsExactly("网页：没有解决");
  }

  @Test
  void anEmergencyOnThePageIsATicketOnTheSpot() {
    PhoneNumber number = mobile();
    TicketNumber ticket = asked(number);

    linked.answer(survey(ticket).id(), entered(Solved.NOT_SOLVED, "电梯里有人被困了"));

    assertThat(find(ticket).state()).isEqualTo(State.ACCEPTED);
    assertThat(
            jdbc.sql(
                    "SELECT COUNT(*) FROM ticket WHERE reporter_phone = ? AND channel = 'web'"
                        + " AND urgency = 'emergency'")
                .param(number.digits())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  private String link(TicketNumber ticket) {
    String address =
        surveyLinks.link(new Addressee.Reporter(ticket), "survey-asked", ticket).orElseThrow();
    assertThat(address).startsWith("https://hotline.example.cn/s/");
    return URI.create(address).getPath();
  }

  private static Entered entered(Solved solved, String comment) {
    return new Entered(Optional.of(solved), Optional.empty(), Map.of(), comment, false, false);
  }

  // ---- the world ----

  /** A solved ticket whose reporter was called at a number that does not exist. */
  private TicketNumber asked(PhoneNumber number) {
    TicketNumber ticket = solved(new Reporter(null, "", number));
    called(ticket, CallOutcome.UNREACHABLE);
    return ticket;
  }

  private TicketNumber solved(Reporter reporter) {
    TicketNumber ticket = ticketOf(reporter).number();
    for (Verb verb : List.of(Verb.ACCEPT, Verb.SOLVE)) {
      changes.apply(
          new TicketChanges.Wish(
              ticket, find(ticket).version(), Actor.user("wang"), EstateScope.ALL),
          verb,
          "修好了");
    }
    jdbc.sql("DELETE FROM outgoing_message").update();
    return ticket;
  }

  private void called(TicketNumber ticket, CallOutcome outcome) {
    long id = survey(ticket).id();
    jdbc.sql("UPDATE survey SET due_at = :at, rank_at = :at WHERE id = :id")
        .param("at", Utc.column(LONG_AGO))
        .param("id", id)
        .update();
    assertThat(plan.take(id, "node-1", CLOCK.instant().plus(Duration.ofMinutes(5)))).isTrue();
    plan.outcome(id, survey(ticket).attempts(), outcome, Utc.now(CLOCK));
  }

  /** She was reached another way. */
  private void phoned(TicketNumber ticket, Solved solved) {
    assertThat(
            answers.enter(
                survey(ticket).id(), AnswerChannel.AGENT, "agent:wang", entered(solved, "")))
        .isTrue();
  }

  private Http.Reply twilio(PhoneNumber from, String words, String sid) {
    return twilio("+86" + from.digits(), words, sid);
  }

  private Http.Reply twilio(String from, String words, String sid) {
    String url = "https://hotline.example.cn" + TwilioCallbacks.REPLIES;
    return client()
        .send(form(from, words, sid, TwilioSignature.of("12345", url, fields(from, words, sid))));
  }

  private static MockHttpServletRequestBuilder form(
      String from, String words, String sid, String signature) {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.post(URI.create(TwilioCallbacks.REPLIES))
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .header("X-Twilio-Signature", signature);
    fields(from, words, sid).forEach(request::param);
    return request;
  }

  private static Map<String, String> fields(String from, String words, String sid) {
    return Map.of("From", from, "To", "+12025550100", "Body", words, "MessageSid", sid);
  }

  private Http.Reply http(String query, String body, Map<String, String> headers) {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.post(URI.create(HttpReplies.PATH + query))
            .contentType(MediaType.APPLICATION_JSON)
            .content(body);
    headers.forEach(request::header);
    return client().send(request);
  }

  private String json(PhoneNumber number, String words) {
    return json.writeValueAsString(
        Map.of("mobile", number.digits(), "content", words, "id", sid()));
  }

  private static String hmac(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sid() {
    return "SM" + UUID.randomUUID().toString().replace("-", "");
  }

  private Survey survey(TicketNumber ticket) {
    List<Survey> all = surveys.of(ticket);
    assertThat(all).isNotEmpty();
    return all.get(all.size() - 1);
  }

  private String column(TicketNumber ticket, String name) {
    return jdbc.sql("SELECT " + name + " FROM survey WHERE id = ?")
        .param(survey(ticket).id())
        .query(String.class)
        .single();
  }

  private List<TaskKind> openTasks(TicketNumber ticket) {
    return tasks.of(ticket).stream().filter(SurveyTask::open).map(SurveyTask::kind).toList();
  }

  private List<String> texts(PhoneNumber number) {
    return jdbc.sql("SELECT state FROM incoming_text WHERE number = ? ORDER BY id")
        .param(number.digits())
        .query(String.class)
        .list();
  }

  private List<Object> notes(TicketNumber ticket) {
    return timeline.of(ticket).stream()
        .filter(event -> event.kind().equals("note-added"))
        .map(event -> event.details().get("text"))
        .toList();
  }

  private long smsTickets(PhoneNumber number) {
    return jdbc.sql("SELECT COUNT(*) FROM ticket WHERE reporter_phone = ? AND channel = 'sms'")
        .param(number.digits())
        .query(Long.class)
        .single();
  }

  private Ticket smsTicket(PhoneNumber number) {
    return find(
        new TicketNumber(
            jdbc.sql("SELECT MAX(number) FROM ticket WHERE reporter_phone = ? AND channel = 'sms'")
                .param(number.digits())
                .query(Long.class)
                .single()));
  }

  private Ticket find(TicketNumber ticket) {
    return tickets.find(ticket, EstateScope.ALL).orElseThrow();
  }
}
