/** What a resident is given for what went wrong: proposed, approved by role and limit, counted. */
@NullMarked
package cn.wuye.hotline.backend.compensation;

import org.jspecify.annotations.NullMarked;
