/** What the console shows of third parties, and the page that they open by their link. */
@NullMarked
package cn.wuye.hotline.backend.console.thirdparty;

import org.jspecify.annotations.NullMarked;
