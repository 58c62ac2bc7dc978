package cn.wuye.hotline.backend.estate;

import java.util.List;
import java.util.UUID;

/** Estates for tests. */
public final class SampleEstates {
  private SampleEstates() {}

  /** An estate that did not exist before. */
  public static Estate another(Estates estates) {
    String name = "幸福里" + UUID.randomUUID().toString().substring(0, 8);
    return estates.save(Estate.named(name, List.of("幸福"), 1, List.of("1号楼", "3号楼")));
  }
}
