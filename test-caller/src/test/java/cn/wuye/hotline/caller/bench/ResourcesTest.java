package cn.wuye.hotline.caller.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  private static final String HISTOGRAM =
      """
      12345:
       num     #instances         #bytes  class name (module)
      -------------------------------------------------------
         1:        123456       10000000  [B (java.base@25.0.1)
         2:             3             72  cn.wuye.hotline.ivr.speech.vosk.VoskNativeRecognizer
         3:             7            448  java.lang.VirtualThread (java.base@25.0.1)
      Total        123466       10000520
      """;

  @Test
  void aHistogramTellsWhatLives() {
    Resources.Heap heap = Resources.Heap.parse(HISTOGRAM);

    assertThat(heap).isEqualTo(new Resources.Heap(10_000_520, 3, 7));
  }

  @Test
  void aLivingProcessHoldsThreadsAndFiles() throws IOException {
    Resources own = Resources.of(String.valueOf(ProcessHandle.current().pid()));

    assertThat(own.threads()).isPositive();
    assertThat(own.descriptors()).isPositive();
    assertThat(own.residentMiB()).isPositive();
  }
}
