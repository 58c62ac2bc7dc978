package cn.wuye.hotline.ivr.intent;

/**
 * Building, unit and room as they were said; each an empty string when not said.
 *
 * @param building with the suffix that was said: "3号楼", "12栋", "A座"
 * @param unit "2单元"
 * @param room "502", or "20楼" when only the floor was said
 */
public record Address(String building, String unit, String room) {
  public static final Address NONE = new Address("", "", "");

  /** Whether nothing of it was said. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
