package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;

/**
 * A phone that can be rung: a person on duty or a desk.
 *
 * @param name whose it is, as said and shown ("值班工程师 王师傅")
 */
public record PhoneLine(String name, PhoneNumber number) {}
