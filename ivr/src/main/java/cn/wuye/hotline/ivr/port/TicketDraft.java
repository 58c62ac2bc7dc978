package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import java.util.Objects;

/**
 * What the dialog knows of a complaint so far.
 *
 * @param text the resident's own words, as far as they were decoded; what she keyed in words
 *     otherwise
 * @param completeness whether she said all she wanted
 * @param needsTranscript true when she spoke and nothing could decode it: the recording is
 *     transcribed after the call
 * @param link what it has to do with an earlier ticket
 * @param dialect that she has asked for, BCP 47-like code; empty string when she has not
 * @param heardDialect that her words told while none was known of her; empty string when they told
 *     none. Counts less than anything that is known of her
 */
public record TicketDraft(
    Intent intent,
    Place place,
    String text,
    Completeness completeness,
    boolean needsTranscript,
    Link link,
    String dialect,
    String heardDialect) {

  public TicketDraft {
    // A journal of an earlier version knows no links, and no dialects.
    link = Objects.requireNonNullElse(link, Link.NONE);
    dialect = Objects.requireNonNullElse(dialect, "");
    heardDialect = Objects.requireNonNullElse(heardDialect, "");
  }

  /** One in which no dialect was heard. */
  public TicketDraft(
      Intent intent,
      Place place,
      String text,
      Completeness completeness,
      boolean needsTranscript,
      Link link,
      String dialect) {
    this(intent, place, text, completeness, needsTranscript, link, dialect, "");
  }

  /** One whose dialect is not told. */
  public TicketDraft(
      Intent intent,
      Place place,
      String text,
      Completeness completeness,
      boolean needsTranscript,
      Link link) {
    this(intent, place, text, completeness, needsTranscript, link, "");
  }

  /** One that has to do with no other. */
  public TicketDraft(
      Intent intent, Place place, String text, Completeness completeness, boolean needsTranscript) {
    this(intent, place, text, completeness, needsTranscript, Link.NONE);
  }

  /** The same with another link. */
  public TicketDraft withLink(Link other) {
    return new TicketDraft(
        intent, place, text, completeness, needsTranscript, other, dialect, heardDialect);
  }

  /** That she has asked for, else that was heard; empty string when nothing told it. */
  public String spokenDialect() {
    return dialect.isEmpty() ? heardDialect : dialect;
  }

  /** Whether no ticket is opened: the words belong to one that is there. */
  public boolean adds() {
    return link.kind == LinkKind.ADDS_TO;
  }

  /** How far the dialog came. */
  public enum Completeness {
    COMPLETE,
    /** 未说完: the caller hung up or the call broke before the end. */
    UNFINISHED
  }

  /**
   * What a call has to do with an earlier ticket.
   *
   * @param ticket the earlier ticket's number; empty string for {@link LinkKind#NONE}
   */
  public record Link(LinkKind kind, String ticket) {
    public static final Link NONE = new Link(LinkKind.NONE, "");

    /** Whether what is said goes together with the earlier ticket. */
    public boolean together() {
      return kind == LinkKind.ADDS_TO || kind == LinkKind.REPEATS;
    }
  }

  /** How it is linked. */
  public enum LinkKind {
    NONE,
    /** What is said is added to that ticket. */
    ADDS_TO,
    /** The same thing again, after that ticket was solved. */
    REPEATS,
    /** She was asked, and said that it is another matter than that ticket. */
    OTHER_THAN
  }
}
