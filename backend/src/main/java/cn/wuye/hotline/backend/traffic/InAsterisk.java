package cn.wuye.hotline.backend.traffic;

/** What Asterisk's names are in the log. */
public final class InAsterisk {
  /** How our queues are called there: this and the code, so that none is called general. */
  private static final String PREFIX = "q-";

  private InAsterisk() {}

  /** The code of a queue; a queue that is none of ours keeps its name. */
  public static String queue(String name) {
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }

  /** The extension of a device: {@code 1001} of {@code PJSIP/1001}. */
  public static String agent(String device) {
    return device.substring(device.lastIndexOf('/') + 1);
  }
}
