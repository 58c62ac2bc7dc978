/** Estates (小区), their buildings and on-duty lists, and who may see them. */
@NullMarked
package cn.wuye.hotline.backend.estate;

import org.jspecify.annotations.NullMarked;
