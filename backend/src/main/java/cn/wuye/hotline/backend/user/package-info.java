/** Who may use the hotline: staff users with roles and estates, signing in, web security. */
@NullMarked
package cn.wuye.hotline.backend.user;

import org.jspecify.annotations.NullMarked;
