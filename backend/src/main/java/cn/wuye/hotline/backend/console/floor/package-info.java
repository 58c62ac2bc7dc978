/** The supervisor's live page and the wallboard. */
@NullMarked
package cn.wuye.hotline.backend.console.floor;

import org.jspecify.annotations.NullMarked;
