/**
 * What is decided about phoning residents back: when and whom, what becomes of a call, of an
 * answer, and which archived tickets are looked at again. Functions without Spring or database.
 */
@NullMarked
package cn.wuye.hotline.backend.survey;

import org.jspecify.annotations.NullMarked;
