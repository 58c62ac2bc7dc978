package cn.wuye.hotline.backend.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import org.junit.jupiter.api.Test;

class ContentsTest {
  private static final Contents NOW = SampleTickets.draft("node-1-1.1", new EstateId(1)).contents();

  @Test
  void nothingDiffersFromItself() {
    assertThat(NOW.changesTo(NOW)).isEmpty();
  }

  @Test
  void changesAreToldFieldByFieldWithThePhoneMasked() {
    Contents then =
        new Contents(
            NOW.subject(),
            new TicketPlace(null, "5号楼", "2单元", "502", "三号楼"),
            new Reporter(null, "", new PhoneNumber("13900000002")),
            NOW.text(),
            true,
            false);

    assertThat(NOW.changesTo(then))
        .containsExactly(
            new FieldChange("estate", "1", null),
            new FieldChange("building", "3号楼", "5号楼"),
            new FieldChange("reporter-phone", "138****0001", "139****0002"),
            new FieldChange("unfinished", "false", "true"));
  }

  @Test
  void textThatIsTooLongIsRefusedAndCutOnlyWithAMark() {
    String text = "🛗".repeat(4001);

    assertThatThrownBy(
            () -> new Contents(NOW.subject(), NOW.place(), NOW.reporter(), text, false, false))
        .hasMessageContaining("4000");
    assertThat(Text.fitted(text, 4000)).isEqualTo("🛗".repeat(3999) + "…");
    assertThat(Text.fitted("🛗".repeat(4000), 4000)).isEqualTo("🛗".repeat(4000));
  }
}
