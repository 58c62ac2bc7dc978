package cn.wuye.hotline.backend.console;

/**
 * A ticket as one row of the list, in words.
 *
 * @param openedAtIso for machines
 * @param urgency empty string for the usual ones
 * @param stateTone colour of the state's badge: info, warn, ok, plain
 */
record RowView(
    String number,
    String openedAt,
    String openedAtIso,
    String text,
    String urgency,
    boolean emergency,
    boolean urgent,
    boolean unfinished,
    String category,
    String kind,
    String channel,
    String place,
    String state,
    String stateTone) {}
