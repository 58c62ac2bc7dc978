/** Made-up estates, residents and tickets to look at, only for an empty database. */
@NullMarked
package cn.wuye.hotline.backend.sample;

import org.jspecify.annotations.NullMarked;
