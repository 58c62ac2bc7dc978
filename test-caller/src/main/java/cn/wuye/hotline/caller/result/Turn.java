package cn.wuye.hotline.caller.result;

/**
 * One turn as the caller heard or did it; the field names are the JSON's.
 *
 * @param who {@code hotline}, {@code caller} or {@code phone}
 * @param kind {@code said}, {@code words}, {@code keys}, {@code silence}, {@code answered} or
 *     {@code hung-up}
 * @param text what was said, as far as it is known by its sound; the keys
 * @param key the prompt's key; empty when it is none or not known
 * @param startMs milliseconds from the moment the caller's line was opened
 */
public record Turn(String who, String kind, String text, String key, int startMs, int endMs) {}
