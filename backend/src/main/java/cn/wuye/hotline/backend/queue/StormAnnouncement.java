package cn.wuye.hotline.backend.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
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

  /**
   * A column of {@code call_queue}: the recording, if it is of the words that stand there. A node
   * of an earlier release changes the words alone.
   */
  public static final String RECORDING =
      "(SELECT id FROM storm_recording WHERE id = call_queue.storm_recording"
          + " AND BINARY words = BINARY call_queue.announcement) AS storm_recording";

  /** From a row of {@code call_queue} with {@code announcement} and {@link #RECORDING}. */
  public static StormAnnouncement of(ResultSet row) throws SQLException {
    long recording = row.getLong("storm_recording");
    OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(recording);
    return new StormAnnouncement(row.getString("announcement"), known);
  }

  /** One that is synthesised. */
  public static StormAnnouncement typed(String words) {
    return new StormAnnouncement(words, OptionalLong.empty());
  }
}
