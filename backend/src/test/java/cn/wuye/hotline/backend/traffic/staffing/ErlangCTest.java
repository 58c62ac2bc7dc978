package cn.wuye.hotline.backend.traffic.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErlangCTest {
  /**
   * Call Centre Helper, "Erlang C Formula – Made Simple With an Easy Worked Example": 100 calls in
   * half an hour of 180 s each, answered within 20 s. Percent, one digit.
   */
  @ParameterizedTest
  @CsvSource({"11, 68.2, 39.0", "12, 44.9, 64.0", "13, 28.5, 79.6", "14, 17.4, 88.8"})
  void theWorkedExampleOfCallCentreHelper(int agents, double waits, double serviceLevel) {
    ErlangC queue = ErlangC.of(10, agents);

    assertThat(100 * queue.waits()).isCloseTo(waits, Offset.offset(0.05));
    assertThat(100 * queue.serviceLevel(seconds(20), seconds(180)))
        .isCloseTo(serviceLevel, Offset.offset(0.05));
  }

  /**
   * An example of "The Erlang-C Formula" that is widely repeated: 360 calls in half an hour of 4
   * minutes each, 55 agents, 15 s.
   */
  @Test
  void aLargerExample() {
    ErlangC queue = ErlangC.of(48, 55);

    assertThat(queue.occupancy()).isCloseTo(0.873, Offset.offset(0.0005));
    assertThat(queue.waits()).isCloseTo(0.239, Offset.offset(0.0005));
    assertThat(queue.serviceLevel(seconds(15), seconds(240)))
        .isCloseTo(0.846, Offset.offset(0.0005));
  }

  /**
   * Application note of the emergency answering programme "Call Calc" (al911.org), after the tables
   * of the US Department of Justice: 30 calls an hour, two people; with 60 s each fewer than 8 %
   * wait longer than 10 s, with 80 s each 14 %.
   */
  @ParameterizedTest
  @CsvSource({"60, 0.0779", "80, 0.1411"})
  void twoWhoAnswerEmergencies(int length, double late) {
    ErlangC queue = ErlangC.of(30.0 * length / 3600, 2);

    assertThat(1 - queue.serviceLevel(seconds(10), seconds(length)))
        .isCloseTo(late, Offset.offset(0.0001));
  }

  /** With one agent the formula is A, with two A² / (2 + A). */
  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.1, 0.5, 0.9, 0.999})
  void closedForms(double load) {
    assertThat(ErlangC.of(load, 1).waits()).isCloseTo(load, Offset.offset(1e-12));
    assertThat(ErlangC.of(load, 2).waits())
        .isCloseTo(load * load / (2 + load), Offset.offset(1e-12));
  }

  /** The formula as it is printed, with powers and factorials, reckoned with 60 digits. */
  @ParameterizedTest
  @CsvSource({"0.5, 1", "0.5, 12", "10, 14", "99, 100", "300, 310", "1000, 1010"})
  void agreesWithThePrintedFormula(double load, int agents) {
    assertThat(ErlangC.of(load, agents).waits())
        .isCloseTo(printed(load, agents), Offset.offset(1e-12));
  }

  @Test
  void moreAgentsAndLessLoadNeverHarm() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      double load = random.nextDouble() * 200;
      int agents = random.nextInt(250);
      ErlangC queue = ErlangC.of(load, agents);
      double level = queue.serviceLevel(seconds(20), seconds(240));

      assertThat(queue.waits()).isBetween(0.0, 1.0);
      assertThat(level).isBetween(0.0, 1.0);
      assertThat(queue.withOneMore().serviceLevel(seconds(20), seconds(240)))
          .isGreaterThanOrEqualTo(level);
      assertThat(ErlangC.of(load * 0.9, agents).waits()).isLessThanOrEqualTo(queue.waits());
    }
  }

  @Test
  void withNoMoreAgentsThanLoadEverybodyWaitsEverLonger() {
    ErlangC queue = ErlangC.of(10, 10);

    assertThat(queue.stable()).isFalse();
    assertThat(queue.waits()).isEqualTo(1);
    assertThat(queue.serviceLevel(seconds(20), seconds(180))).isZero();
    assertThat(queue.occupancy()).isEqualTo(1);
  }

  @Test
  void noLoadWaitsForNobody() {
    assertThat(ErlangC.of(0, 1).waits()).isZero();
    assertThat(ErlangC.of(0, 1).occupancy()).isZero();
  }

  @Test
  void impossibleLoadsAreRefused() {
    assertThatThrownBy(() -> ErlangC.of(-1, 1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> ErlangC.of(Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> ErlangC.of(1, -1)).hasMessageContaining("-1");
  }

  private static double printed(double load, int agents) {
    MathContext digits = new MathContext(60);
    BigDecimal a = new BigDecimal(load);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal below = BigDecimal.ZERO;
    for (int k = 0; k < agents; k++) {
      below = below.add(term, digits);
      term = term.multiply(a, digits).divide(BigDecimal.valueOf(k + 1), digits);
    }
    BigDecimal n = BigDecimal.valueOf(agents);
    BigDecimal above = term.multiply(n, digits).divide(n.subtract(a, digits), digits);
    return above.divide(above.add(below, digits), digits).doubleValue();
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
