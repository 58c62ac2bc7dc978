/** Holds together the names that Java shares with Asterisk's configuration and the scripts. */
@NullMarked
package cn.wuye.hotline.backend.names;

import org.jspecify.annotations.NullMarked;
