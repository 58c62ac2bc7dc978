/** What callers may be told of earlier tickets, and how often strangers may ask. */
@NullMarked
package cn.wuye.hotline.backend.progress;

import org.jspecify.annotations.NullMarked;
