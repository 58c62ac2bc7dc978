/** The equipment register in the console. */
@NullMarked
package cn.wuye.hotline.backend.console.equipment;

import org.jspecify.annotations.NullMarked;
