/** Calls as they were: who rang when on which node, and every turn. */
@NullMarked
package cn.wuye.hotline.backend.call;

import org.jspecify.annotations.NullMarked;
