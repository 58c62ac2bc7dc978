/** Trying sentences on the wording, over REST. */
@NullMarked
package cn.wuye.hotline.backend.wording.api;

import org.jspecify.annotations.NullMarked;
