/** What is done with a call that an agent talks in: by whichever phone, from outside of it. */
@NullMarked
package cn.wuye.hotline.router.control;

import org.jspecify.annotations.NullMarked;
