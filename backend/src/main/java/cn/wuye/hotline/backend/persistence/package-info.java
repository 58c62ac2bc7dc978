/** How values are written to and read from the database. */
@NullMarked
package cn.wuye.hotline.backend.persistence;

import org.jspecify.annotations.NullMarked;
