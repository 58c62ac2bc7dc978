package cn.wuye.hotline.backend.console.survey.progress;

/**
 * Somebody who is phoned again, in words.
 *
 * @param late whether the time has come already
 * @param why how the last call ended
 * @param asked the time that she has named, in words; empty string for none
 */
record RetryView(
    String ticket,
    String estate,
    String category,
    boolean urgent,
    String due,
    String dueIso,
    boolean late,
    String attempts,
    String why,
    String asked) {}
