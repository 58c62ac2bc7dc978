package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.resident.Household;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * Who reported it, as far as it is known.
 *
 * @param residentId id of a known resident
 * @param name as given, at most {@value #MAX_NAME} characters; empty string when not given
 * @param phone null when withheld or not given
 */
public record Reporter(
    @Nullable Long residentId,
    @Column("reporter_name") String name,
    @Column("reporter_phone") @Nullable PhoneNumber phone) {
  /** Longest name, in characters. */
  public static final int MAX_NAME = 60;

  public static final Reporter UNKNOWN = new Reporter(null, "", null);

  public Reporter {
    Text.require("reporter's name", name, MAX_NAME);
  }

  /** Whoever has this number: a known resident only where nobody else can have it. */
  public static Reporter of(Household household, @Nullable PhoneNumber phone) {
    return household
        .onlyOne()
        .map(resident -> new Reporter(resident.id(), resident.name(), phone))
        .orElse(new Reporter(null, "", phone));
  }
}
