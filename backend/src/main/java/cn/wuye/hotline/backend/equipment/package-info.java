/** Lifts, pumps, doors: what complaints hang on, and when it should be seen to before it fails. */
@NullMarked
package cn.wuye.hotline.backend.equipment;

import org.jspecify.annotations.NullMarked;
