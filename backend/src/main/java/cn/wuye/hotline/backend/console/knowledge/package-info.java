/** The knowledge base in the console. */
@NullMarked
package cn.wuye.hotline.backend.console.knowledge;

import org.jspecify.annotations.NullMarked;
