/** Reading of the data files (YAML) that are shipped inside the library. */
@NullMarked
package cn.wuye.hotline.ivr.data;

import org.jspecify.annotations.NullMarked;
