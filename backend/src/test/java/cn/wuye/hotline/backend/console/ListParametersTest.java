package cn.wuye.hotline.backend.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketFilter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListParametersTest {

  @Test
  void daysAreCutWhereTheEstatesAre() {
    TicketFilter filter = ListQuery.of(asked("", "2026-01-31", "2026-01-31", "")).filter();

    assertThat(filter.from()).isEqualTo(Instant.parse("2026-01-30T16:00:00Z"));
    assertThat(filter.to()).isEqualTo(Instant.parse("2026-01-31T16:00:00Z"));
  }

  @Test
  void whatIsNotUnderstoodIsNamedAndLeftOut() {
    ListQuery query = ListQuery.of(asked("asleep", "yesterday", "", "-1"));

    assertThat(query.misunderstood())
        .containsExactly("state=asleep", "estate=-1", "from=yesterday");
    assertThat(query.filter()).isEqualTo(TicketFilter.ALL);
  }

  @Test
  void categoryAndSubcategoryComeInOneField() {
    TicketFilter filter =
        ListQuery.of(
                new ListParameters(
                    "", "new", "facilities/lift", "", "7", "", "", "", "", "", "", "", "", ""))
            .filter();

    assertThat(filter.category()).isEqualTo("facilities");
    assertThat(filter.subcategory()).isEqualTo("lift");
    assertThat(filter.states()).containsExactly(State.NEW);
    assertThat(filter.estate()).isEqualTo(new EstateId(7));
  }

  @Test
  void theAddressOfThePageHoldsEveryFilterSafely() {
    ListParameters asked =
        new ListParameters(
            "漏水 & 100%", "", "", "urgent", "", "", "", "", "true", "", "", "", "", "1-19");

    assertThat(asked.thisPage())
        .isEqualTo(
            "/console/tickets?q=%E6%BC%8F%E6%B0%B4%20%26%20100%25&urgency=urgent&open=true&cursor=1-19");
    assertThat(asked.firstPage()).doesNotContain("cursor");
  }

  private static ListParameters asked(String state, String from, String to, String estate) {
    return new ListParameters("", state, "", "", estate, "", from, to, "", "", "", "", "", "");
  }
}
