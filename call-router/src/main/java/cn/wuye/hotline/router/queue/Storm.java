package cn.wuye.hotline.router.queue;

/** Whether so many call at once that waiting helps few: it begins high and ends low. */
public final class Storm {
  private static final int FEWEST = 10;
  private static final int PER_AGENT = 3;

  private Storm() {}

  /**
   * @param now whether there is one
   * @param waiting callers who wait
   * @param signedIn agents who are signed in
   * @return whether there is one from now on
   */
  public static boolean goesOn(boolean now, int waiting, int signedIn) {
    int begins = Math.max(FEWEST, PER_AGENT * signedIn);
    return now ? waiting * 2 > begins : waiting >= begins;
  }
}
