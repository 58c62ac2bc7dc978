package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;

/**
 * What the dialog knows of a complaint so far.
 *
 * @param text the resident's own words, as far as they were decoded; what she keyed in words
 *     otherwise
 * @param completeness whether she said all she wanted
 * @param needsTranscript true when she spoke and nothing could decode it: the recording is
 *     transcribed after the call
 */
public record TicketDraft(
    Intent intent, Place place, String text, Completeness completeness, boolean needsTranscript) {
  /** How far the dialog came. */
  public enum Completeness {
    COMPLETE,
    /** 未说完: the caller hung up or the call broke before the end. */
    UNFINISHED
  }
}
