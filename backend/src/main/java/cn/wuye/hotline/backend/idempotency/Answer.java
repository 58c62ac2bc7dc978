package cn.wuye.hotline.backend.idempotency;

/**
 * What was answered to a POST.
 *
 * @param location empty string when there was none
 * @param body JSON
 */
public record Answer(int status, String location, String body) {}
