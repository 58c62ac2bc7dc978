package cn.wuye.hotline.backend.dispatch.staff;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A company with a contract: it maintains the lifts, services the fire alarm.
 *
 * @param email empty string for none
 * @param reserve code of the company that is asked when this one refuses; empty string for none
 */
public record ThirdParty(
    String code,
    long version,
    String name,
    @Nullable PhoneNumber phone,
    String email,
    String reserve) {}
