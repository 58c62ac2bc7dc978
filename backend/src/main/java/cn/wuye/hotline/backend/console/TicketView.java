package cn.wuye.hotline.backend.console;

import java.util.List;

/**
 * A ticket with all its facts, in words; empty strings where nothing is known.
 *
 * @param version to be carried through every form
 * @param duplicateOf number of the ticket that carries on
 * @param nextDue the earliest due time of what is still waited for
 * @param phone masked unless the reader's role needs the number
 * @param phoneLink {@code tel:} address when the number is shown in full
 */
record TicketView(
    String number,
    long version,
    String state,
    String stateTone,
    String stateSince,
    String duplicateOf,
    String kind,
    String category,
    String urgency,
    boolean emergency,
    boolean urgent,
    boolean unfinished,
    boolean needsTranscript,
    String channel,
    String place,
    String placeWords,
    String reporter,
    String phone,
    String phoneLink,
    String text,
    String openedAt,
    String openedAtIso,
    String nextDue,
    boolean late,
    List<Choice> verbs) {}
