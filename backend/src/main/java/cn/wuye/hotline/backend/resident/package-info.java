/** Residents, their telephone numbers, dwellings and preferred dialect. */
@NullMarked
package cn.wuye.hotline.backend.resident;

import org.jspecify.annotations.NullMarked;
