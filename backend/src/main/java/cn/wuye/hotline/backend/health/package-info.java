/** How every node is: gathered from its parts, told to the others by a heartbeat. */
@NullMarked
package cn.wuye.hotline.backend.health;

import org.jspecify.annotations.NullMarked;
