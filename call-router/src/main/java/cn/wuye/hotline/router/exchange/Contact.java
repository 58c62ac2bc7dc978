package cn.wuye.hotline.router.exchange;

/**
 * An address that an endpoint is reached at.
 *
 * @param endpoint as in pjsip.conf
 * @param reach what the last OPTIONS told
 */
public record Contact(String endpoint, Reach reach) {
  /** Whether the far end answers. */
  public enum Reach {
    ANSWERS,
    SILENT,
    /** Not asked, or not known yet. */
    UNKNOWN
  }
}
