package cn.wuye.hotline.ivr.intent;

import java.util.List;

/**
 * An estate as it may be named.
 *
 * @param names its name first, then other names people use
 * @param buildings the names of its buildings, "3号楼"; may be empty when they are not known
 */
public record EstateNames(String id, List<String> names, List<String> buildings) {
  /**
   * So many names a question listens for at once where it hears nothing else; those after them are
   * heard in free answers only.
   */
  public static final int MOST_LISTENED_FOR = 300;

  public EstateNames {
    names = List.copyOf(names);
    buildings = List.copyOf(buildings);
  }
}
