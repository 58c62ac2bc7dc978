/** How staff, residents and third parties are reached, and what they wish. */
@NullMarked
package cn.wuye.hotline.backend.message.contact;

import org.jspecify.annotations.NullMarked;
