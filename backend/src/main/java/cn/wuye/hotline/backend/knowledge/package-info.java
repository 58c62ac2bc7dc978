/** What residents ask often, and the answer that staff have written for it. */
@NullMarked
package cn.wuye.hotline.backend.knowledge;

import org.jspecify.annotations.NullMarked;
