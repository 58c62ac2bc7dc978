/** The ticket that came of a call, asked for through the hotline's own API. */
@NullMarked
package cn.wuye.hotline.caller.ticket;

import org.jspecify.annotations.NullMarked;
