/** Files that survive a power cut. */
@NullMarked
package cn.wuye.hotline.backend.files;

import org.jspecify.annotations.NullMarked;
