package cn.wuye.hotline.ivr.intent;

import java.util.List;

/**
 * An estate as it may be named.
 *
 * @param names its name first, then other names people use
 * @param buildings the names of its buildings, "3号楼"; may be empty when they are not known
 */
public record EstateNames(String id, List<String> names, List<String> buildings) {
  public EstateNames {
    names = List.copyOf(names);
    buildings = List.copyOf(buildings);
  }
}
