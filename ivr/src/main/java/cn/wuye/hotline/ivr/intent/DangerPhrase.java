package cn.wuye.hotline.ivr.intent;

/**
 * A phrase that means danger.
 *
 * @param phrase as it is written in the list, with its marks
 * @param group code of the kind of danger
 */
public record DangerPhrase(String phrase, String group) {}
