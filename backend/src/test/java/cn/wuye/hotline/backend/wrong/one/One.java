package cn.wuye.hotline.backend.wrong.one;

import cn.wuye.hotline.backend.wrong.two.Two;

/** Half of a cycle, for the rule against cycles to find. */
public record One(Two two) {}
