package cn.wuye.hotline.backend.message.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShippedTemplatesTest {
  private static final List<MessageEvent> IN_WRITING_ALONE =
      List.of(MessageEvent.SURVEY_ASKED, MessageEvent.POLL_ASKED, MessageEvent.FLOOR_ALARM);

  private final Map<MessageTemplate.Key, MessageTemplate> all = new ShippedTemplates().all();

  @Test
  void everyEventHasWordsInEveryMediumAndLanguage() {
    for (MessageEvent event : MessageEvent.values()) {
      for (Medium medium : List.of(Medium.SMS, Medium.EMAIL)) {
        for (Language language : Language.values()) {
          assertThat(all).containsKey(new MessageTemplate.Key(event, medium, language));
        }
      }
      // The phone speaks Chinese; what comes in place of a call, or alarms, is not read on the
      // phone.
      assertThat(all.containsKey(new MessageTemplate.Key(event, Medium.VOICE, Language.CHINESE)))
          .as(event.code())
          .isEqualTo(!IN_WRITING_ALONE.contains(event));
    }
    int written = MessageEvent.values().length * 2 * Language.values().length;
    assertThat(all).hasSize(written + MessageEvent.values().length - IN_WRITING_ALONE.size());
  }

  @Test
  void theyNameOnlyWhatIsThere() {
    all.forEach(
        (key, template) -> {
          assertThat(key.event().variables())
              .as(key.toString())
              .containsAll(TemplateText.parse(template.body()).orElseThrow().variables())
              .containsAll(TemplateText.parse(template.subject()).orElseThrow().variables());
          assertThat(template.subject().isEmpty()).isEqualTo(key.medium() != Medium.EMAIL);
        });
  }

  @Test
  void anSmsIsShort() {
    all.forEach(
        (key, template) -> {
          if (key.medium() == Medium.SMS) {
            Map<String, String> values =
                key.event().variables().stream().collect(Collectors.toMap(v -> v, v -> "一二三四"));
            SmsLength length =
                SmsLength.of(TemplateText.parse(template.body()).orElseThrow().with(values));
            assertThat(length.segments()).as(key + " " + length).isLessThanOrEqualTo(2);
          }
        });
  }

  @Test
  void whatIsReadHasNoLinkAndNoBracketsThatNobodyCanHear() {
    all.forEach(
        (key, template) -> {
          if (key.medium() == Medium.VOICE) {
            assertThat(template.body()).as(key.toString()).doesNotContain("{link}", "【", "http");
          }
        });
  }

  @Test
  void withoutWhatIsOptionalItStillReadsWell() {
    MessageTemplate template =
        all.get(new MessageTemplate.Key(MessageEvent.TICKET_OPENED, Medium.SMS, Language.CHINESE));
    assertThat(template).isNotNull();
    assertThat(
            TemplateText.parse(template.body())
                .orElseThrow()
                .with(
                    Map.of(
                        "company", "幸福物业",
                        "category", "电梯故障",
                        "number", "10000017",
                        "who", "客服中心",
                        "hotline", "4001234567")))
        .isEqualTo("【幸福物业】您反映的电梯故障问题已受理，工单号10000017，由客服中心负责。查询进度或补充情况请拨4001234567。");
  }
}
