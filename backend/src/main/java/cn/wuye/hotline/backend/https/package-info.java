/**
 * The console by HTTPS beside HTTP, for browsers on other machines: without it they give no
 * microphone.
 */
@NullMarked
package cn.wuye.hotline.backend.https;

import org.jspecify.annotations.NullMarked;
