/** Who waits in which queue and what every agent does, as Asterisk tells it. */
@NullMarked
package cn.wuye.hotline.router.live;

import org.jspecify.annotations.NullMarked;
