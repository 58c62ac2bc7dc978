package cn.wuye.hotline.ivr.intent;

/**
 * Where it is. Every part is an empty string while unknown.
 *
 * @param estateId the estate's id in the directory
 * @param building as in the directory, "3号楼"
 * @param unit "2单元"
 * @param room "502"
 * @param words the place in the caller's own words, kept even where it could not be resolved
 */
public record Place(String estateId, String building, String unit, String room, String words) {
  public static final Place UNKNOWN = new Place("", "", "", "", "");

  /** Whether the estate is known. */
  public boolean estateKnown() {
    return !estateId.isEmpty();
  }
}
