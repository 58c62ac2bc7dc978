/** What dispatching goes by: departments, the matrix, third parties, and who works when. */
@NullMarked
package cn.wuye.hotline.backend.dispatch.staff;

import org.jspecify.annotations.NullMarked;
