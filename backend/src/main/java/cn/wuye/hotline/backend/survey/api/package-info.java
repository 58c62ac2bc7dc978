/** Surveys over REST. */
@NullMarked
package cn.wuye.hotline.backend.survey.api;

import org.jspecify.annotations.NullMarked;
