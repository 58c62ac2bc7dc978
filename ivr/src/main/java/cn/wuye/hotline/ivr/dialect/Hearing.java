package cn.wuye.hotline.ivr.dialect;

/**
 * What an engine for a dialect made of something that was said.
 *
 * @param dialect the code of the only one that the engine is for; the empty string when it hears
 *     several
 * @param confidence 0–1; 1 when the engine tells none
 */
public record Hearing(String dialect, String text, double confidence) {}
