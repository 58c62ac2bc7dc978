package cn.wuye.hotline.backend.console;

/** The way back to the list of tickets as somebody left it. */
public final class ListLink {
  private static final String ALL = ListParameters.PATH + "?all";

  private ListLink() {}

  /**
   * The list's address, made anew of its filters, so that it leads nowhere else.
   *
   * @param address as it was sent along; everything for what makes no sense
   */
  public static String of(String address) {
    int mark = address.indexOf('?');
    if (mark < 0) {
      return ALL;
    }
    try {
      String page = ListParameters.of(address.substring(mark + 1)).thisPage();
      return page.contains("?") ? page : ALL;
    } catch (IllegalArgumentException undecodable) {
      return ALL;
    }
  }
}
