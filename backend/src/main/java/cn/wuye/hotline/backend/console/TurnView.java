package cn.wuye.hotline.backend.console;

/**
 * One act of a call, in words.
 *
 * @param style hotline, caller or event
 * @param at when, since the call was answered, "0:12"
 */
public record TurnView(String style, String who, String text, String at) {}
