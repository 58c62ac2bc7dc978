/** The connection to the Asterisk Manager Interface: login, time-outs, reconnect. */
@NullMarked
package cn.wuye.hotline.router.ami;

import org.jspecify.annotations.NullMarked;
