/**
 * The rows of surveys: what is planned, what was called, what was said, what residents wish.
 * Written while the ticket is locked, but for the lease of a call.
 */
@NullMarked
package cn.wuye.hotline.backend.survey.store;

import org.jspecify.annotations.NullMarked;
