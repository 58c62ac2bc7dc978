package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * Who reported it, as far as it is known.
 *
 * @param residentId id of a known resident
 * @param name as given, at most 60 characters; empty string when not given
 * @param phone null when withheld or not given
 */
public record Reporter(
    @Nullable Long residentId,
    @Column("reporter_name") String name,
    @Column("reporter_phone") @Nullable PhoneNumber phone) {
  public static final Reporter UNKNOWN = new Reporter(null, "", null);
}
