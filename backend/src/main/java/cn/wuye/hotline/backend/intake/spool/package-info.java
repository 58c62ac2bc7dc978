/** What Asterisk leaves on the disk of every call, with or without the application. */
@NullMarked
package cn.wuye.hotline.backend.intake.spool;

import org.jspecify.annotations.NullMarked;
