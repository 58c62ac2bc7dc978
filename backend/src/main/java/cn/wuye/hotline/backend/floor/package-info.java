/**
 * What goes on now, over all nodes: who waits, what every agent does, and who may see what of it.
 * Functions without Spring or database.
 */
@NullMarked
package cn.wuye.hotline.backend.floor;

import org.jspecify.annotations.NullMarked;
