/** The agent's page. */
@NullMarked
package cn.wuye.hotline.backend.console.desk;

import org.jspecify.annotations.NullMarked;
