package cn.wuye.hotline.backend.filter;

/**
 * A filter of the ticket list under a name.
 *
 * @param query the list's address after the question mark
 * @param shared whether everybody sees it; what it finds is still each one's own
 * @param mine whether it belongs to the one who asks
 * @param standard whether the one who asks begins with it
 */
public record SavedFilter(
    long id, String name, String query, boolean shared, boolean mine, boolean standard) {
  /** The longest name, in characters. */
  public static final int MAX_NAME = 20;

  /** The longest query, in characters. */
  public static final int MAX_QUERY = 1500;
}
