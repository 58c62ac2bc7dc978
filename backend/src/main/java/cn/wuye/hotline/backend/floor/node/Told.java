package cn.wuye.hotline.backend.floor.node;

/**
 * What is known of a caller but her place in the queue; the parts are as in {@link
 * cn.wuye.hotline.backend.floor.Caller}.
 */
record Told(String phone, String estate, String dialect, boolean emergency, String words) {
  /** Of a stranger who has said nothing. */
  static final Told NOTHING = new Told("", "", "", false, "");
}
