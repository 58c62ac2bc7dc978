package cn.wuye.hotline.backend.console;

/** One entry of a selection: what is sent, and what is read. */
public record Choice(String value, String text) {}
