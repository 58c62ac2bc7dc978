/**
 * The page on which a resident answers a survey, opened by the link of a message without signing
 * in.
 */
@NullMarked
package cn.wuye.hotline.backend.survey.link;

import org.jspecify.annotations.NullMarked;
