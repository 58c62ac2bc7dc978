/** Pausing a ticket's clocks with a reason, as far as its rule allows, and letting them go on. */
@NullMarked
package cn.wuye.hotline.backend.deadline.pause;

import org.jspecify.annotations.NullMarked;
