package cn.wuye.hotline.router.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceholderTest {
  @Test
  void whatWaitsForSomebodyIsToldFromCallers() {
    assertThat(Placeholder.is("callback-5-1;2")).isTrue();
    assertThat(Placeholder.is("callback-5-1")).as("the half that rings her").isFalse();
    assertThat(Placeholder.is("node-1-1763800000.12")).isFalse();
  }

  @Test
  void itIsFoundByTheNameUnderWhichItWasOrdered() {
    assertThat(Placeholder.order("callback-5-1;2")).contains("callback-5-1");
    assertThat(Placeholder.order("node-1-1763800000.12")).isEmpty();
  }
}
