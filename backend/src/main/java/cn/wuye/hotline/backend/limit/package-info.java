/** How many requests the API takes from one client in a minute; counted per node, in memory. */
@NullMarked
package cn.wuye.hotline.backend.limit;

import org.jspecify.annotations.NullMarked;
