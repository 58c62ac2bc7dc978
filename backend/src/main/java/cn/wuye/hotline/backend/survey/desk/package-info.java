/** Surveys as people see them, and what people do with them, within their rights. */
@NullMarked
package cn.wuye.hotline.backend.survey.desk;

import org.jspecify.annotations.NullMarked;
