package cn.wuye.hotline.backend.survey.campaign;

/**
 * What this node's Asterisk is doing.
 *
 * @param ready whether a call has a chance now; false also while the rest is not known
 * @param others how many lines of the trunk are in use for anything but surveys
 * @param waiting for how many callers a person is being rung
 */
public record LinesNow(boolean ready, int others, int waiting) {}
