package cn.wuye.hotline.backend.recording;

import java.time.Instant;
import java.util.List;

/**
 * A recording as text.
 *
 * @param engine what decoded it, with its model; at most 60 characters
 * @param language BCP 47-like code; of a talk the caller's
 * @param text of a talk a line for each utterance
 * @param utterances of a talk, in the order in which they began; empty where one voice is heard
 *     alone
 */
public record Transcript(
    long recordingId,
    String engine,
    String language,
    String text,
    List<Utterance> utterances,
    Instant createdAt) {}
