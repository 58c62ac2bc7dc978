/** The staff's web pages: server-rendered, Chinese first. */
@NullMarked
package cn.wuye.hotline.backend.console;

import org.jspecify.annotations.NullMarked;
