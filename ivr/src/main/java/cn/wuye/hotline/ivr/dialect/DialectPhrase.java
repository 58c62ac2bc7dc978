package cn.wuye.hotline.ivr.dialect;

/**
 * Something that is said in a dialect.
 *
 * @param text in the characters in which its speakers write it
 * @param romanization a syllable for each character; empty string where the dialect has none here
 * @param meaning {@code category/subcategory}, or the kind of danger
 */
public record DialectPhrase(String text, String romanization, String meaning) {}
