/**
 * The write-ahead journal of calls: one append-only file per call, which survives the death of the
 * application and the absence of the database.
 */
@NullMarked
package cn.wuye.hotline.backend.intake.journal;

import org.jspecify.annotations.NullMarked;
