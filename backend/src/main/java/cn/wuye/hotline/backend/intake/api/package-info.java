/** What could not be taken in, over REST. */
@NullMarked
package cn.wuye.hotline.backend.intake.api;

import org.jspecify.annotations.NullMarked;
