package cn.wuye.hotline.ivr.correction;

/**
 * A turn of a call that somebody has listened to.
 *
 * @param call id of the call
 * @param dialect code of the caller's; the empty string when it is not known
 * @param heard what the recogniser made of it
 * @param said what was said
 */
public record CorrectedText(String call, String dialect, String heard, String said) {}
