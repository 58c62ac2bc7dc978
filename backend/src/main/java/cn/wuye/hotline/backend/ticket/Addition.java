package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Instant;

/**
 * What a later call adds to a ticket.
 *
 * @param text the caller's words, at most {@link Contents#MAX_TEXT} characters
 * @param unfinished 未说完: she did not say all she wanted
 * @param needsTranscript she spoke and nothing could decode it yet
 */
public record Addition(
    CallId call, String text, boolean unfinished, boolean needsTranscript, Instant calledAt) {
  public Addition {
    Text.require("text", text, Contents.MAX_TEXT);
  }
}
