package cn.wuye.hotline.backend.message.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.TestUsers;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.channel.TwilioSignature;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.message.template.Medium;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.message.template.MessageTemplate;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * What people see of messages, what providers tell of them, and their templates, on every database.
 */
abstract class DeliveryCases extends NoticeCases {
  @Test
  void aForeignEstatesMessagesAreNotThere() {
    Ticket ticket = ticketOf(new Reporter(null, "", mobile()));
    Notice notice = notice(new Addressee.Staff("nobody"), false);
    outbox.tell(
        new Notice(notice.event(), notice.to(), ticket.number(), Map.of(), false, notice.once()));
    outbox.tell(toStaff());
    sendAll();
    Long own = desk.list(query(), EstateScope.of(Set.of(estate.requireId()))).get(0).id();
    Estate other = SampleEstates.another(estates);
    SignedInUser stranger = Staff.signedIn(Role.AGENT, other.requireId().value());
    SignedInUser agent = Staff.signedIn(Role.AGENT, estate.requireId().value());
    Http here = new Http(mvc, TestUsers.agentOf(jdbc, encoder, estate.requireId()));
    Http elsewhere = new Http(mvc, TestUsers.agentOf(jdbc, encoder, other.requireId()));

    assertThat(desk.list(query(), stranger.scope())).isEmpty();
    assertThat(desk.countsUpTo(100, stranger.scope())).containsEntry(MessageState.UNSENDABLE, 0);
    assertThat(desk.resend(own, stranger)).isEqualTo(OutboxDesk.Change.UNKNOWN);
    assertThat(elsewhere.get("/api/v1/messages").<List<?>>at("$.messages")).isEmpty();
    assertThat(elsewhere.get("/api/v1/messages/" + own).status()).isEqualTo(404);

    Http.Reply list = here.get("/api/v1/messages?state=unsendable&ticket=" + ticket.number());
    assertThat(list.status()).as(list.body()).isEqualTo(200);
    assertThat(list.<List<String>>at("$.messages[*].reason")).containsExactly("nobody");
    assertThat(here.get("/api/v1/messages/" + own).status()).isEqualTo(200);
    assertThat(here.get("/api/v1/messages?state=lost").status()).isEqualTo(400);
    assertThat(desk.resend(own, agent)).isEqualTo(OutboxDesk.Change.DONE);
    assertThatThrownBy(() -> desk.resend(own, Staff.signedIn(Role.QUALITY)))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void theProviderTellsWhatBecameOfIt() {
    outbox.tell(toStaff());
    sendAll();
    long id = only().id();

    assertThat(callBack(id, 1, "delivered", "").status()).isEqualTo(204);
    assertThat(only().state()).isEqualTo(MessageState.DELIVERED);
    // Late and out of order: no news.
    assertThat(callBack(id, 1, "sent", "").status()).isEqualTo(204);
    assertThat(callBack(id, 1, "failed", "30003").status()).isEqualTo(204);
    assertThat(only().state()).isEqualTo(MessageState.DELIVERED);
    assertThat(only().delivery()).isEqualTo("delivered");
  }

  @Test
  void whatDidNotArriveIsADeadLetterUnlessItIsOfAnEarlierAttempt() {
    outbox.tell(toStaff());
    sendAll();
    long id = only().id();
    callBack(id, 1, "undelivered", "30006");
    assertThat(only().reason()).isEqualTo(Reason.UNDELIVERED);
    assertThat(only().error()).isEqualTo("30006");

    desk.resend(id, admin);
    sendAll();
    callBack(id, 1, "failed", "30006");
    assertThat(only().state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void aCallBackWithoutASignatureChangesNothing() {
    outbox.tell(toStaff());
    sendAll();

    Http.Reply reply =
        new Http(mvc, new HttpHeaders())
            .send(
                MockMvcRequestBuilders.post(
                        "/callbacks/sms/twilio?message=" + only().id() + "&attempt=1")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .content("MessageStatus=failed"));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(only().state()).isEqualTo(MessageState.SENT);
  }

  private Http.Reply callBack(long id, int attempt, String status, String error) {
    String path = "/callbacks/sms/twilio?message=" + id + "&attempt=" + attempt;
    Map<String, String> form =
        Map.of("MessageSid", "SM1", "MessageStatus", status, "ErrorCode", error);
    var request =
        MockMvcRequestBuilders.post(java.net.URI.create(path))
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .header(
                "X-Twilio-Signature",
                TwilioSignature.of("12345", "https://hotline.example.cn" + path, form));
    form.forEach(request::param);
    return new Http(mvc, new HttpHeaders()).send(request);
  }

  @Test
  void aTemplateIsCheckedKeptAndUsedAtOnce() {
    MessageTemplate.Key key =
        new MessageTemplate.Key(MessageEvent.DEADLINE_WARNING, Medium.SMS, Language.CHINESE);
    long version = templates.find(key).orElseThrow().version();

    assertThat(templateDesk.save(key, version, "", "{clock}快到了，{dou}", admin))
        .hasEntrySatisfying(
            "body",
            wrong -> {
              assertThat(wrong.message()).isEqualTo("templates.error.unknown");
              assertThat(wrong.arguments()[0]).isEqualTo("dou");
              assertThat(wrong.arguments()[1].toString()).contains("{due}").contains("{number}");
            });
    assertThat(templateDesk.save(key, version, "", "{clock}快到了，[{due}", admin)).containsKey("body");
    assertThat(templateDesk.save(key, version, "", "{clock}快到了，{due}前", admin)).isEmpty();
    assertThat(templateDesk.save(key, version, "", "别的", admin)).containsKey("version");
    assertThat(templates.history(key).get(0).by()).isEqualTo("outbox-admin");
    assertThat(templates.history(key)).hasSizeGreaterThanOrEqualTo(2);

    outbox.tell(toStaff());
    sendAll();
    assertThat(requests().get(0).getBodyAsString()).contains("到场快到了，10:30前");
    templateDesk.save(key, version + 1, "", templates.history(key).get(1).body(), admin);
  }

  @Test
  void twoWhoWriteATemplateAtOnceDoNotOverwriteEachOther() {
    MessageTemplate.Key key =
        new MessageTemplate.Key(MessageEvent.REOPENED, Medium.EMAIL, Language.ENGLISH);
    long version = templates.find(key).orElseThrow().version();

    List<Boolean> kept =
        Together.run(4, i -> templateDesk.save(key, version, "s", "writer " + i, admin).isEmpty());

    assertThat(kept).containsOnlyOnce(true);
    assertThat(templates.find(key).orElseThrow().version()).isEqualTo(version + 1);
  }
}
