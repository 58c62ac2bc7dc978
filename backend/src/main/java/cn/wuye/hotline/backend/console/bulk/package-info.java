/** One thing done to many tickets: chosen in the list, looked at before, done one by one. */
@NullMarked
package cn.wuye.hotline.backend.console.bulk;

import org.jspecify.annotations.NullMarked;
