package cn.wuye.hotline.backend.console;

/**
 * One entry of the timeline, in words.
 *
 * @param text what was written by a person with it; empty string for none
 * @param onlyRead whether nothing was changed by it
 */
record EventView(
    long id, String at, String atIso, String who, String what, String text, boolean onlyRead) {}
