/** Personal access tokens: what programs sign in with instead of a person's password. */
@NullMarked
package cn.wuye.hotline.backend.token;

import org.jspecify.annotations.NullMarked;
