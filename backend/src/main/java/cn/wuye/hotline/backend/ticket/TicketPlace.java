package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * Where it is. Text parts are empty strings while unknown.
 *
 * @param estateId null while unknown
 * @param building at most {@value #MAX_BUILDING} characters
 * @param unit at most {@value #MAX_UNIT} characters
 * @param room at most {@value #MAX_ROOM} characters
 * @param words the place in the reporter's own words, at most {@value #MAX_WORDS} characters
 */
public record TicketPlace(
    @Nullable EstateId estateId,
    String building,
    String unit,
    String room,
    @Column("place_words") String words) {
  /** Longest name of a building, in characters. */
  public static final int MAX_BUILDING = 60;

  /** Longest unit, in characters. */
  public static final int MAX_UNIT = 30;

  /** Longest room, in characters. */
  public static final int MAX_ROOM = 30;

  /** Longest place in words, in characters. */
  public static final int MAX_WORDS = 200;

  public static final TicketPlace UNKNOWN = new TicketPlace(null, "", "", "", "");

  public TicketPlace {
    Text.require("building", building, MAX_BUILDING);
    Text.require("unit", unit, MAX_UNIT);
    Text.require("room", room, MAX_ROOM);
    Text.require("place words", words, MAX_WORDS);
  }

  /** The place as a machine understood it: what is too long is cut with a mark. */
  public static TicketPlace fitted(
      @Nullable EstateId estateId, String building, String unit, String room, String words) {
    return new TicketPlace(
        estateId,
        Text.fitted(building, MAX_BUILDING),
        Text.fitted(unit, MAX_UNIT),
        Text.fitted(room, MAX_ROOM),
        Text.fitted(words, MAX_WORDS));
  }
}
