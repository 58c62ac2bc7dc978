package cn.wuye.hotline.backend.dispatch;

/** A department; which there are is data. */
public record Department(String code, String zh, String en) {}
