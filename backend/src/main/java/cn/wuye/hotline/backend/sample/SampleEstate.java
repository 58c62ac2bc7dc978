package cn.wuye.hotline.backend.sample;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A made-up estate.
 *
 * @param aliases what people call it besides
 * @param buildings how many, named 1号楼, 2号楼 …
 * @param floors of each building
 * @param personFromAge from this age on residents are rung through to a person; 0: the rule is off
 */
record SampleEstate(
    String name, List<String> aliases, int buildings, int units, int floors, int personFromAge) {

  /** Five estates, in the order their keys are read out. */
  static final List<SampleEstate> ALL =
      List.of(
          new SampleEstate("阳光花园", List.of("阳光"), 12, 3, 18, 0),
          new SampleEstate("幸福小区", List.of("幸福里", "幸福"), 16, 4, 6, 0),
          new SampleEstate("翠湖家园", List.of("翠湖"), 10, 2, 26, 0),
          new SampleEstate("金桂苑", List.of("金桂"), 8, 3, 11, 0),
          new SampleEstate("滨江一号", List.of("滨江", "江边一号"), 6, 2, 32, 70));

  List<String> buildingNames() {
    return IntStream.rangeClosed(1, buildings).mapToObj(n -> n + "号楼").toList();
  }
}
