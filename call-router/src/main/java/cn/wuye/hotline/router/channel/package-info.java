/** Live state of channels, rebuilt after every reconnect. */
@NullMarked
package cn.wuye.hotline.router.channel;

import org.jspecify.annotations.NullMarked;
