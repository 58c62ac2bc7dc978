package cn.wuye.hotline.backend.console;

/**
 * A recording that can be played.
 *
 * @param text what engines understood of it; empty string for nothing yet
 */
record RecordingView(long id, String kind, String length, String text) {}
