/** Surveys in the console, and the page that a resident opens by a link. */
@NullMarked
package cn.wuye.hotline.backend.console.survey;

import org.jspecify.annotations.NullMarked;
