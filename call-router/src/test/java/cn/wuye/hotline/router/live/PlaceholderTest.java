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
  void whatLooksForAnAgentInAnEmergencyNamesItsCaller() {
    String name = Placeholder.of("node-1-1763800000.12");

    assertThat(name).isNotEqualTo(Placeholder.of("node-1-1763800000.12"));
    assertThat(Placeholder.caller(name)).contains("node-1-1763800000.12");
    assertThat(Placeholder.caller(name + ";2")).contains("node-1-1763800000.12");
    assertThat(Placeholder.caller("callback-5-1;2")).isEmpty();
    assertThat(Placeholder.caller("node-1-1763800000.12")).isEmpty();
  }

  @Test
  void itIsFoundByTheNameUnderWhichItWasOrdered() {
    assertThat(Placeholder.order("callback-5-1;2")).contains("callback-5-1");
    assertThat(Placeholder.order("node-1-1763800000.12")).isEmpty();
  }
}
