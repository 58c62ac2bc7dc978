/** Tells whoever listens what goes on, as it changes: whole once, then numbered changes. */
@NullMarked
package cn.wuye.hotline.backend.floor.line;

import org.jspecify.annotations.NullMarked;
