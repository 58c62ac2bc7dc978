/** Surveys in the console. */
@NullMarked
package cn.wuye.hotline.backend.console.survey;

import org.jspecify.annotations.NullMarked;
