package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that is checked.
 *
 * @param estate of the ticket; null while unknown
 * @param category code of the ticket's category
 * @param subcategory code; empty string when only the category is known
 * @param week Monday of the week in whose sample it is; null when it is in none
 * @param low whether it has a score under 80
 * @param agent login of who is judged; empty string for nobody by name
 * @param score tenths of 0–100, of the sheet that counts; null before there is one
 * @param scoredBy login of who wrote the first sheet; empty string before
 */
public record QualityItem(
    long id,
    TicketNumber ticket,
    @Nullable EstateId estate,
    String category,
    String subcategory,
    @Nullable LocalDate week,
    boolean low,
    String agent,
    ItemState state,
    Instant addedAt,
    @Nullable Integer score,
    String scoredBy,
    @Nullable Instant scoredAt) {}
