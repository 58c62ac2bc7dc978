package cn.wuye.hotline.backend.queue;

/**
 * What a supervisor does with a queue of the moment.
 *
 * @param shut closed by hand
 * @param announcement what callers hear first in a storm
 */
public record Hands(boolean shut, StormMode storm, StormAnnouncement announcement) {
  /** Nothing was done by hand. */
  public static final Hands NONE = new Hands(false, StormMode.AUTO, StormAnnouncement.NONE);
}
