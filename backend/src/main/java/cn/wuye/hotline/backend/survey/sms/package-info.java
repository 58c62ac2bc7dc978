/**
 * Asks by SMS who cannot be reached by phone, and takes what people answer or send of their own
 * accord: none of it is lost.
 */
@NullMarked
package cn.wuye.hotline.backend.survey.sms;

import org.jspecify.annotations.NullMarked;
