package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * Where it is. Text parts are empty strings while unknown.
 *
 * @param estateId null while unknown
 * @param building at most 60 characters
 * @param unit at most 30 characters
 * @param room at most 30 characters
 * @param words the place in the reporter's own words, at most 200 characters
 */
public record TicketPlace(
    @Nullable EstateId estateId,
    String building,
    String unit,
    String room,
    @Column("place_words") String words) {
  public static final TicketPlace UNKNOWN = new TicketPlace(null, "", "", "", "");
}
