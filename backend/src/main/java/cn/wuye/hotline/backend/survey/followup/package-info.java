/**
 * What follows from calls and answers: the ticket is archived or begins again, somebody phones, she
 * is called once more.
 */
@NullMarked
package cn.wuye.hotline.backend.survey.followup;

import org.jspecify.annotations.NullMarked;
