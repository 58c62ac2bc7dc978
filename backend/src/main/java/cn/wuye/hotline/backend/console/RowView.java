package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.search.SearchQuery.Piece;
import java.util.List;

/**
 * A ticket as one row of the list, in words.
 *
 * @param text in pieces, with what was looked for marked; none when there is no text
 * @param place in pieces likewise
 * @param openedAtIso for machines
 * @param urgency empty string for the usual ones
 * @param repeat whether it is the same again as an earlier ticket
 * @param incident whether it stands for one cause that several people report
 * @param owner who is responsible; empty string for nobody
 * @param reason why it is with her, or with nobody; empty string for none
 * @param due the earliest due time of what is still waited for; empty when there is none
 * @param late whether that is over
 * @param stateTone colour of the state's badge: info, warn, ok, plain
 */
record RowView(
    String number,
    String openedAt,
    String openedAtIso,
    List<Piece> text,
    String urgency,
    boolean emergency,
    boolean urgent,
    boolean unfinished,
    boolean repeat,
    boolean incident,
    String category,
    String kind,
    String channel,
    List<Piece> place,
    String state,
    String stateTone,
    String owner,
    String reason,
    String due,
    boolean late) {}
