package cn.wuye.hotline.ivr.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallThingsTest {

  @Test
  void checksumsAreThoseOfTheStandard() {
    assertThat(Sha256.of("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Sha256.of(new byte[] {'a', 'b', 'c'})).isEqualTo(Sha256.of("abc"));
  }

  @Test
  void theEldestIsForgotten() {
    Map<String, Integer> map = LimitedMap.byAge(2);
    map.put("a", 1);
    map.put("b", 2);
    assertThat(map.get("a")).isEqualTo(1);
    map.put("c", 3);

    assertThat(map).containsOnlyKeys("b", "c");
  }

  @Test
  void orTheOneThatWasNotUsedForLongest() {
    Map<String, Integer> map = LimitedMap.byUse(2);
    map.put("a", 1);
    map.put("b", 2);
    assertThat(map.get("a")).isEqualTo(1);
    map.put("c", 3);

    assertThat(map).containsOnlyKeys("a", "c");
  }
}
