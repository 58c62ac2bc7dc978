package cn.wuye.hotline.backend.deadline.store;

/** A rule or a calendar in the database cannot be understood: no deadline can be reckoned. */
public final class UnreadableDeadlines extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableDeadlines(RuntimeException cause) {
    super("a deadline rule or calendar cannot be read: " + cause.getMessage(), cause);
  }
}
