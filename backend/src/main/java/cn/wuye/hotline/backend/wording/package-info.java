/**
 * What the company says and understands on the phone: versions, the live one on every node, trying
 * out.
 */
@NullMarked
package cn.wuye.hotline.backend.wording;

import org.jspecify.annotations.NullMarked;
