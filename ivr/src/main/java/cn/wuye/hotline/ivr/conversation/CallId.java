package cn.wuye.hotline.ivr.conversation;

/**
 * One phone call, the same everywhere: Asterisk's {@code UNIQUEID} of the incoming channel,
 * prefixed by the node's {@code systemname} so that it is unique over all nodes (for example {@code
 * node-1-1763800000.12}).
 *
 * @param value letters, digits, '.', '-' and '_' only (it is used as a file name), 1–64 characters
 */
public record CallId(String value) {
  public CallId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a call id: '" + value + "'");
    }
  }

  /** Whether a call id can be made of it. */
  public static boolean isValid(String value) {
    return value.matches("[A-Za-z0-9._-]{1,64}") && !value.startsWith(".");
  }

  @Override
  public String toString() {
    return value;
  }
}
