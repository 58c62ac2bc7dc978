/** The speech models of this node: where they lie, how they come here, which one is in use. */
@NullMarked
package cn.wuye.hotline.backend.model;

import org.jspecify.annotations.NullMarked;
