/** What all REST controllers share: paging and parameters. */
@NullMarked
package cn.wuye.hotline.backend.api;

import org.jspecify.annotations.NullMarked;
