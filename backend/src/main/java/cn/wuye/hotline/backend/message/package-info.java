/**
 * Telling people: what staff, residents and third parties hear about a ticket, and by which
 * channel.
 */
@NullMarked
package cn.wuye.hotline.backend.message;

import org.jspecify.annotations.NullMarked;
