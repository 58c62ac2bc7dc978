package cn.wuye.hotline.caller;

/** Entry point of {@code hotline call} and {@code hotline bench}. */
public final class CallerMain {
  private CallerMain() {}

  public static void main(String[] args) {
    System.err.println("hotline call: not built yet");
    System.exit(64);
  }
}
