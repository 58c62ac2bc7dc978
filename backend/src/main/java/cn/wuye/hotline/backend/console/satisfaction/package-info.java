/** Figures of surveys in the console. */
@NullMarked
package cn.wuye.hotline.backend.console.satisfaction;

import org.jspecify.annotations.NullMarked;
