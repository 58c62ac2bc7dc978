/**
 * Takes what residents answer: on this node's disk at once, in the database as soon as it is there.
 */
@NullMarked
package cn.wuye.hotline.backend.survey.answer;

import org.jspecify.annotations.NullMarked;
