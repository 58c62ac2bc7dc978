package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.console.TalkViews.UtteranceView;
import java.util.List;

/**
 * A recording that can be played.
 *
 * @param text what engines understood of one voice; empty string for nothing yet
 * @param talk what both sides of a talk said; empty for nothing yet, or one voice alone
 */
record RecordingView(long id, String kind, String length, String text, List<UtteranceView> talk) {}
