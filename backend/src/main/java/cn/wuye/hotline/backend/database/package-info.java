/**
 * Living with a database that may be away: starting without it, bringing its schema up when it is
 * there, not waiting for it during a call, telling people when it is missing.
 */
@NullMarked
package cn.wuye.hotline.backend.database;

import org.jspecify.annotations.NullMarked;
