package cn.wuye.hotline.backend.deadline.escalation;

import cn.wuye.hotline.backend.ticket.Urgency;

/**
 * Somebody is to be told.
 *
 * @param role for whom it is meant
 * @param addressee who that is; the next one up when the role is not filled, empty when nobody is
 */
public record Step(StepKey key, Urgency urgency, Role role, String addressee) {}
