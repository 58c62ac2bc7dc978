package cn.wuye.hotline.backend.traffic.reconcile;

import cn.wuye.hotline.router.live.Placeholder;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code cdr-csv/Master.csv}, as {@code cdr_csv} writes it with {@code loguniqueid =
 * yes}: text in quotes, a quote in it doubled; numbers without. Of its fields only those that are
 * compared; no phone number is kept.
 *
 * @param context of the dialplan, where the caller was
 * @param channel the caller's
 * @param peer the channel of who was talked with; empty when nobody was
 * @param application the last that ran, {@code Queue} or {@code AGI}
 * @param answered null when it was not
 * @param talked seconds since it was answered
 * @param disposition {@code ANSWERED}, {@code NO ANSWER}, {@code BUSY}, {@code FAILED}, {@code
 *     CONGESTION}
 * @param call unique id of the channel
 */
public record CdrLine(
    String context,
    String channel,
    String peer,
    String application,
    Instant started,
    @Nullable Instant answered,
    Instant ended,
    long talked,
    String disposition,
    String call) {
  private static final String FILE = "CDR";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  // accountcode, src and dst stand before, clid between.
  private static final int CONTEXT = 3;
  private static final int CHANNEL = 5;
  private static final int PEER = 6;
  private static final int APPLICATION = 7;
  private static final int STARTED = 9;
  private static final int ANSWERED = 10;
  private static final int ENDED = 11;
  private static final int TALKED = 13;
  private static final int DISPOSITION = 14;
  private static final int CALL = 16;

  /**
   * All lines of a file.
   *
   * @param zone in which Asterisk wrote its times: UTC with {@code usegmtime = yes}
   * @throws UnreadableLineException at the first that is none
   */
  public static List<CdrLine> read(Reader file, ZoneId zone) throws IOException {
    List<CdrLine> lines = new ArrayList<>();
    try (CSVParser rows = CSVParser.builder().setReader(file).setFormat(CSVFormat.DEFAULT).get()) {
      for (CSVRecord row : rows) {
        lines.add(parse(row, zone));
      }
    } catch (UncheckedIOException | IllegalStateException notCsv) {
      throw new UnreadableLineException(FILE, lines.size() + 1L, "quotes do not match");
    }
    return lines;
  }

  private static CdrLine parse(CSVRecord row, ZoneId zone) {
    if (row.size() <= CALL) {
      throw new UnreadableLineException(
          FILE,
          row.getRecordNumber(),
          "at least " + (CALL + 1) + " fields, not " + row.size() + "; is loguniqueid on?");
    }
    try {
      String answered = row.get(ANSWERED);
      return new CdrLine(
          row.get(CONTEXT),
          row.get(CHANNEL),
          row.get(PEER),
          row.get(APPLICATION),
          moment(row.get(STARTED), zone),
          answered.isEmpty() ? null : moment(answered, zone),
          moment(row.get(ENDED), zone),
          Long.parseLong(row.get(TALKED)),
          row.get(DISPOSITION),
          row.get(CALL));
    } catch (DateTimeException | NumberFormatException unreadable) {
      throw new UnreadableLineException(
          FILE, row.getRecordNumber(), "a time or a number is unreadable");
    }
  }

  private static Instant moment(String text, ZoneId zone) {
    return LocalDateTime.parse(text, MOMENT).atZone(zone).toInstant();
  }

  /** Whether somebody of this extension was talked with: {@code PJSIP/1001-0000002a}. */
  boolean with(String extension) {
    return disposition.equals("ANSWERED") && peer.startsWith("PJSIP/" + extension + "-");
  }

  /**
   * Whether an agent handed the caller on unasked: somebody was rung for her. Who has been handed
   * on before, and came back, keeps the context to which she came.
   */
  boolean handedOn() {
    return context.equals("hotline-desk-transfer")
        || (context.equals("hotline-desk-back")
            && application.equals("Dial")
            && peer.startsWith("Local/"));
  }

  /** Whether the caller was in the room of her call, with an agent or with whom that asked. */
  boolean inRoom() {
    return context.equals("hotline-desk-caller");
  }

  /** Whether it is of a call-back whose resident answered: the agent's half, which rings her. */
  boolean calledBack(long id) {
    return call.startsWith("callback-" + id + "-")
        && !Placeholder.is(call)
        && disposition.equals("ANSWERED")
        && context.equals("hotline-callback")
        && !peer.isEmpty();
  }
}
