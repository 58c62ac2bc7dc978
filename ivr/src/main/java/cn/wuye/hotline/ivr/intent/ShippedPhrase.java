package cn.wuye.hotline.ivr.intent;

/**
 * A phrase of the shipped lexicon.
 *
 * @param topic {@code category/subcategory}
 * @param phrase as it is written there, with its marks
 */
public record ShippedPhrase(String topic, String phrase, double weight) {}
