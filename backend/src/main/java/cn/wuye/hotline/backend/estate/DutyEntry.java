package cn.wuye.hotline.backend.estate;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * One phone of a duty list.
 *
 * @param estate null: the company-wide list, used while the estate is unknown
 * @param name whose it is, as said and shown; 1–60 characters
 */
public record DutyEntry(
    @Nullable EstateId estate, DutyRole role, String name, PhoneNumber number) {}
