/**
 * Companies with a contract: how they get their jobs, what they do with them by their link, and
 * what they owe for what they missed.
 */
@NullMarked
package cn.wuye.hotline.backend.thirdparty;

import org.jspecify.annotations.NullMarked;
