/** Keeps the figures of today up to date while somebody looks at them. */
@NullMarked
package cn.wuye.hotline.backend.floor.figures;

import org.jspecify.annotations.NullMarked;
