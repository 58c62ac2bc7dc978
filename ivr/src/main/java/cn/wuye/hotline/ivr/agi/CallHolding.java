package cn.wuye.hotline.ivr.agi;

/**
 * How one call is held, from its beginning to its end: whatever is edited meanwhile, the words that
 * are spotted and those of the dialog stay of one piece.
 *
 * @param emergencies the words that end a turn at once
 * @param handler holds the conversation
 */
public record CallHolding(EmergencySpotter emergencies, CallHandler handler) {}
