package cn.wuye.hotline.backend.queue;

import java.util.OptionalLong;

/**
 * What callers hear first in a storm.
 *
 * @param words in Chinese, as screens and logs show them; empty for no announcement
 * @param recording of the words, in {@link StormRecordings}; empty where they are synthesised
 */
public record StormAnnouncement(String words, OptionalLong recording) {
  /** Nothing is announced. */
  public static final StormAnnouncement NONE = typed("");

  /** One that is synthesised. */
  public static StormAnnouncement typed(String words) {
    return new StormAnnouncement(words, OptionalLong.empty());
  }
}
