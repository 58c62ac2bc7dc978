/**
 * Data without a meaning of its own: reading of the files (YAML) that are shipped inside the
 * library, checksums, a map with a limit.
 */
@NullMarked
package cn.wuye.hotline.ivr.data;

import org.jspecify.annotations.NullMarked;
