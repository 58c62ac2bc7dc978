/** Every error of the API as an RFC 9457 problem, in one place. */
@NullMarked
package cn.wuye.hotline.backend.problem;

import org.jspecify.annotations.NullMarked;
