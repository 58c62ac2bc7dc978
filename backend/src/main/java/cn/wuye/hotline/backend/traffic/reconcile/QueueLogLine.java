package cn.wuye.hotline.backend.traffic.reconcile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line of Asterisk's {@code queue_log}: {@code seconds|call|queue|agent|event|data…}. Nothing in
 * it is quoted; where Asterisk writes what people chose (a caller's name) it replaces the bar.
 *
 * @param at whole seconds: Asterisk has no finer ones here
 * @param call unique id of the caller's channel; {@code NONE}, {@code MANAGER}, {@code REALTIME} or
 *     {@code CLI} when it is of none
 * @param queue its name in Asterisk; {@code NONE} when it is of none
 * @param agent member's name; {@code NONE} when it is of none
 * @param data what follows, as many as the event has
 */
public record QueueLogLine(
    Instant at, String call, String queue, String agent, String event, List<String> data) {
  private static final String FILE = "queue_log";
  private static final int FIXED = 5;

  public QueueLogLine {
    data = List.copyOf(data);
  }

  /**
   * All lines of a file, or of one that was rotated.
   *
   * @throws UnreadableLineException at the first that is none; the last line of a file that is
   *     being written may be cut, and is left out when it does not end
   */
  public static List<QueueLogLine> read(Reader file) throws IOException {
    List<QueueLogLine> lines = new ArrayList<>();
    BufferedReader reader = new BufferedReader(file);
    StringBuilder line = new StringBuilder();
    long number = 0;
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c != '\n') {
        line.append((char) c);
        continue;
      }
      number++;
      String whole = line.toString().strip();
      line.setLength(0);
      if (!whole.isEmpty()) {
        lines.add(parse(whole, number));
      }
    }
    return lines;
  }

  /**
   * One line.
   *
   * @param number for the message of what is wrong, from 1
   */
  static QueueLogLine parse(String line, long number) {
    List<String> fields = Arrays.asList(line.split("\\|", -1));
    if (fields.size() < FIXED) {
      throw new UnreadableLineException(
          FILE, number, "at least " + FIXED + " fields, not " + fields.size());
    }
    try {
      return new QueueLogLine(
          Instant.ofEpochSecond(Long.parseLong(fields.get(0))),
          fields.get(1),
          fields.get(2),
          fields.get(3),
          fields.get(4),
          fields.subList(FIXED, fields.size()));
    } catch (NumberFormatException noSeconds) {
      throw new UnreadableLineException(FILE, number, "does not begin with seconds");
    }
  }
}
