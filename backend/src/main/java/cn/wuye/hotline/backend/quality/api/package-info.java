/** Quality checks over REST; read only. */
@NullMarked
package cn.wuye.hotline.backend.quality.api;

import org.jspecify.annotations.NullMarked;
