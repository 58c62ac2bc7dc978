package cn.wuye.hotline.backend.equipment;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of thing it is, and under what its work orders are filed. */
public enum EquipmentKind implements Coded {
  LIFT("lift", "facilities", "lift"),
  PUMP("pump", "facilities", "water-power"),
  DOOR("door", "security", "access-control"),
  OTHER("other", "facilities", "public-fixtures");

  private final String code;
  private final String category;
  private final String subcategory;

  EquipmentKind(String code, String category, String subcategory) {
    this.code = code;
    this.category = category;
    this.subcategory = subcategory;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** The category of its work orders. */
  public String category() {
    return category;
  }

  /** The sub-category of its work orders. */
  public String subcategory() {
    return subcategory;
  }
}
