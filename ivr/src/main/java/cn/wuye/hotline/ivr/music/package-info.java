/** What callers hear while they wait: short pieces that are composed here. */
@NullMarked
package cn.wuye.hotline.ivr.music;

import org.jspecify.annotations.NullMarked;
