/**
 * Estates, duty lists and known callers as the conversations need them: in memory, kept on disk for
 * a start without the database, refreshed in the background.
 */
@NullMarked
package cn.wuye.hotline.backend.directory;

import org.jspecify.annotations.NullMarked;
