package cn.wuye.hotline.backend.sample;

import java.util.Random;

/**
 * Where somebody lives.
 *
 * @param estate index into {@link SampleEstate#ALL}
 */
record SampleDwelling(int estate, String building, String unit, String room) {

  static SampleDwelling random(Random random) {
    int estate = random.nextInt(SampleEstate.ALL.size());
    SampleEstate place = SampleEstate.ALL.get(estate);
    int floor = 1 + random.nextInt(place.floors());
    return new SampleDwelling(
        estate,
        1 + random.nextInt(place.buildings()) + "号楼",
        1 + random.nextInt(place.units()) + "单元",
        floor + "0" + (1 + random.nextInt(4)));
  }
}
