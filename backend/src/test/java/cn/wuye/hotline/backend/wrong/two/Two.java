package cn.wuye.hotline.backend.wrong.two;

import cn.wuye.hotline.backend.wrong.one.One;

/** The other half. */
public record Two(One one) {}
