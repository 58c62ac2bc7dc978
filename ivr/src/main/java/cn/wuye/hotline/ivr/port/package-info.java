/**
 * What the conversations need from the rest of the hotline; the backend implements these
 * interfaces.
 */
@NullMarked
package cn.wuye.hotline.ivr.port;

import org.jspecify.annotations.NullMarked;
