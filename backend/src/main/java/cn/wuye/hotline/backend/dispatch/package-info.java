/** Who gets a job: the matrix of responsibilities and the choice of a person, as functions. */
@NullMarked
package cn.wuye.hotline.backend.dispatch;

import org.jspecify.annotations.NullMarked;
