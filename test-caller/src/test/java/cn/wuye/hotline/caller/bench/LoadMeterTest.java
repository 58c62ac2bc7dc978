package cn.wuye.hotline.caller.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.wuye.hotline.caller.bench.LoadMeter.Load;
import cn.wuye.hotline.caller.bench.LoadMeter.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadMeterTest {
  @Test
  void onlyMomentsOfFullLoadCount() {
    Load load =
        LoadMeter.load(
            List.of(
                new Look(0, 0, 0),
                new Look(1, 50, 5),
                new Look(2, 50, 6),
                new Look(3, 48, 7),
                new Look(4, 20, 9)));

    assertThat(load.seconds()).isEqualTo(2);
    assertThat(load.cpuSeconds()).isEqualTo(2);
    assertThat(load.callSeconds()).isEqualTo(99);
    assertThat(load.cpuPerCallSecond()).isCloseTo(2 / 99.0, within(1e-9));
  }
}
